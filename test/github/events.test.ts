import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { appPermissions, handledEvents } from "../../src/github/index.ts";

const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as {
  public: boolean;
  default_events: string[];
  default_permissions: Record<string, string>;
};

describe("app.yml", () => {
  test("asks for exactly the events that are handled and not sent anyway", () => {
    const asked = handledEvents.filter(({ automatic }) => !automatic).map(({ name }) => name);
    expect(manifest.default_events.toSorted()).toEqual(asked.toSorted());
  });

  test("asks for exactly the permissions that are used", () => {
    expect(manifest.default_permissions).toEqual(appPermissions);
  });

  test("is for whoever registers it only", () => {
    expect(manifest.public).toBe(false);
  });
});

describe("the table of events", () => {
  test("names each event once", () => {
    const names = handledEvents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("needs no permission that the App does not ask for", () => {
    const needed = handledEvents.flatMap(({ needs }) => needs ?? []);
    expect(needed.filter((permission) => !(permission in appPermissions))).toEqual([]);
  });

  test.each(["administration", "workflows", "secrets", "actions", "environments"])(
    "never asks for %s",
    (permission) => {
      expect(Object.keys(appPermissions)).not.toContain(permission);
    },
  );
});
