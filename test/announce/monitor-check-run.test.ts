import { describe, expect, test } from "@jest/globals";
import { type MonitoredCheck, monitorCheckRun, monitorDigest } from "../../src/announce/index.ts";

const since = Date.UTC(2026, 10, 20, 16, 40, 5);

function check(more: Partial<MonitoredCheck> = {}): MonitoredCheck {
  return { server: "ns1", slug: "the-site", name: "the site", verdict: "pass", since, findings: [], ...more };
}

const finding = {
  check: "the site",
  owner: "@acme/web",
  case: "dc=ash",
  expected: "an address",
  found: "no such record",
  message: "www.acme.example. A: expected an address, found no such record",
  file: "zones/acme.example.zone",
  line: 5,
};
const failing = check({ verdict: "fail", findings: [finding] });
const untold = check({ server: "ns2", verdict: "unknown", since: since + 60_000 });

describe("the monitor's check run", () => {
  test("says what fails where, since when, and what was seen", () => {
    const run = monitorCheckRun("main", [check({ server: "ns3" }), untold, failing]);
    expect(run).toMatchObject({
      name: "zonewright monitor (main)",
      conclusion: "failure",
      title: "1 check fails on 1 nameserver, since 2026-11-20 16:40:05 UTC",
    });
    expect(run.summary.split("\n").slice(2)).toEqual([
      "| `ns1` | ❌ fails since 2026-11-20 16:40:05 UTC | the site (@\u2060acme/web) | dc=ash: `www.acme.example.` A: expected an address, found no such record (`zones/acme.example.zone:5`) |",
      "| `ns2` | ❓ cannot tell since 2026-11-20 16:41:05 UTC | the site |  |",
    ]);
  });

  test("is neutral where nothing fails and something cannot be told", () => {
    expect(monitorCheckRun("main", [check(), untold])).toMatchObject({
      conclusion: "neutral",
      title: "Cannot tell of 1 check on 1 nameserver, since 2026-11-20 16:41:05 UTC",
    });
  });

  test("says that all is well again, and since when", () => {
    expect(monitorCheckRun("main", [check(), check({ server: "ns2", since: since + 60_000 })])).toMatchObject(
      {
        conclusion: "success",
        title: "Every check passes on every nameserver again",
        summary: "1 check on 2 nameservers: all pass since 2026-11-20 16:41:05 UTC.",
      },
    );
  });

  test("makes nothing of markup in what was seen, and stays within what GitHub takes", () => {
    const evil = {
      ...finding,
      message: `<img src=x> @everyone [x](http://evil.example) ${"x".repeat(10_000)}`,
    };
    const many = Array.from({ length: 500 }, (_, i) =>
      check({ slug: `s${i}`, verdict: "fail", findings: [evil, evil, evil] }),
    );
    const { summary } = monitorCheckRun("main", many);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(60_000);
    expect(/<img|@everyone|(?<!\\)\]\(/.test(summary)).toBe(false);
  });
});

describe("what has to be told", () => {
  test("changes when a check begins to fail or ends to, somewhere", () => {
    const well = monitorDigest([check(), check({ server: "ns2" })]);
    const ill = monitorDigest([failing, check({ server: "ns2" })]);
    expect(well).toBe(monitorDigest([]));
    expect(
      new Set([well, ill, monitorDigest([failing, untold]), monitorDigest([check(), untold])]).size,
    ).toBe(4);
    expect(monitorDigest([{ ...failing, since: since + 1 }])).not.toBe(ill);
  });

  test("does not change with the words of the moment, nor with the order", () => {
    const reworded = { ...failing, findings: [{ ...finding, message: "otherwise" }] };
    expect(monitorDigest([untold, reworded])).toBe(monitorDigest([failing, untold]));
  });

  test("does not change while one round is not decided", () => {
    expect(monitorDigest([check({ verdict: undefined })])).toBe(monitorDigest([check()]));
  });
});
