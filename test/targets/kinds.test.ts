import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { HiddenPrimaryOptions, targetKinds } from "../../src/targets/index.ts";

const listen = { address: "127.0.0.1", port: 5300 };

describe("target kinds", () => {
  test("are what the folder has, each once", () => {
    const folders = readdirSync("src/targets", { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(targetKinds.map(({ kind }) => kind).sort()).toEqual(
      folders.map(({ name }) => name).sort() as never,
    );
  });
});

describe("options of a hidden primary", () => {
  test("need no more than where to listen", () => {
    expect(HiddenPrimaryOptions.parse({ listen })).toEqual({
      listen,
      view: "default",
      secondaries: [],
      answerQueries: true,
      limits: { connections: 500, connectionsPerClient: 20, idleMs: 10_000 },
    });
  });

  test("give servers port 53 unless told", () => {
    const secondaries = [{ address: "2001:db8::1" }, { name: "ns2", address: "192.0.2.2", port: 5353 }];
    expect(HiddenPrimaryOptions.parse({ listen, secondaries }).secondaries).toEqual([
      { address: "2001:db8::1", port: 53 },
      { name: "ns2", address: "192.0.2.2", port: 5353 },
    ]);
  });

  test.each<[string, object, string]>([
    [
      "a host name where an address has to be",
      { listen: { address: "ns1.example", port: 53 } },
      "must be an IP address",
    ],
    ["a port that is none", { listen: { address: "127.0.0.1", port: 70_000 } }, "65535"],
    ["a word it does not know", { listen, secondary: [] }, "secondary"],
    ["an empty list of nameservers", { listen, nameservers: [] }, "nameservers"],
    ["nobody to ask", { listen, answerQueries: false }, "must be listed"],
  ])("refuse %s", (_, options, reason) => {
    const { error } = HiddenPrimaryOptions.safeParse(options);
    expect(JSON.stringify(error?.issues)).toContain(reason);
  });
});
