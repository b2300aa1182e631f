import { expect, test } from "@jest/globals";
import { type Delivery, type DeliveryNotes, registerApp } from "../../src/github/index.ts";
import { example } from "./examples.ts";
import { fixture, playGitHub } from "./fixture.ts";

playGitHub();

type Event = Parameters<ReturnType<typeof fixture>["github"]["probot"]["receive"]>[0];

function registered() {
  const { github, logged } = fixture();
  const accepted: [Delivery, DeliveryNotes][] = [];
  registerApp(github.probot, {
    clock: { now: () => 1_000 },
    accept: async (delivery, notes) => {
      accepted.push([delivery, notes]);
      return "accepted";
    },
  });
  return { probot: github.probot, accepted, logged };
}

test("what Probot receives is stored as the intake would store it", async () => {
  const { probot, accepted, logged } = registered();
  const payload = example("pull_request", "opened");
  await probot.receive({ id: "guid", name: "pull_request", payload } as unknown as Event);
  expect(accepted).toEqual([
    [
      {
        guid: "guid",
        event: "pull_request",
        action: "opened",
        receivedAt: 1_000,
        payload: JSON.stringify(payload),
      },
      expect.objectContaining({ lanes: ["pull:186853002#2"] }),
    ],
  ]);
  expect(logged.join()).not.toContain("Codertocat");
});

test("Probot is not listening to events outside the table", async () => {
  const { probot, accepted } = registered();
  await probot.receive({ id: "guid", name: "star", payload: example("star", "created") } as unknown as Event);
  expect(accepted).toEqual([]);
});
