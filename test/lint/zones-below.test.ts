import { describe, expect, test } from "@jest/globals";
import { parseName } from "../../src/dns/index.ts";
import { RepositoryWorld } from "../../src/lint/engine/index.ts";
import { lint } from "../../src/lint/index.ts";
import { LintMemo } from "../../src/lint/memo/index.ts";
import { lintZone } from "./judge-example.ts";

const HEAD =
  "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n";

function zone(origin: string, body = "", view = "default") {
  return lintZone({ origin, view, text: HEAD + body });
}

describe("zones at or below a name", () => {
  const world = new RepositoryWorld([
    zone("Example.ORG."),
    zone("lab.example.org."),
    zone("dev.example.org.", "", "inside"),
    zone("myexample.org."),
  ]);

  test("are those of the view, the name's own among them", () => {
    expect(world.zonesBelow(parseName("example.org."), "default")).toEqual([
      "example.org.",
      "lab.example.org.",
    ]);
    expect(world.zonesBelow(parseName("EXAMPLE.org."), "inside")).toEqual(["dev.example.org."]);
    expect(world.zonesBelow(parseName("org."), "default")).toHaveLength(3);
    expect(world.zonesBelow(parseName("net."), "default")).toEqual([]);
  });
});

test("a reverse zone that comes or changes makes the zones with its addresses be judged again", () => {
  const memo = { of: new LintMemo(), settings: "" };
  const hosts = zone("example.org.", "web A 192.0.2.10\n");
  const missing = (...others: ReturnType<typeof zone>[]) =>
    lint([hosts, ...others], [hosts], { memo }).filter(
      ({ rule, file }) => rule === "ptr-missing" && file === hosts.file,
    );
  expect(missing()).toHaveLength(0);
  expect(missing(zone("2.0.192.in-addr.arpa."))).toHaveLength(1);
  expect(missing(zone("2.0.192.in-addr.arpa.", "10 PTR web.example.org.\n"))).toHaveLength(0);
  expect(missing(zone("3.0.192.in-addr.arpa."))).toHaveLength(0);
});
