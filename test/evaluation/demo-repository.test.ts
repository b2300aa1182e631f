import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "@jest/globals";
import { Sandbox } from "../../src/checks/index.ts";
import { evaluate, ZoneCache } from "../../src/evaluation/index.ts";
import { type Content, pull, treeOf } from "./repository.ts";

const root = new URL("../../", import.meta.url);
const sandbox = new Sandbox();
const cache = new ZoneCache(undefined, sandbox);
afterAll(() => sandbox.close());

function judge(before: Content, after: Content) {
  return evaluate(pull(before, after), cache);
}

/** The demo's zones and checks, by path. */
const demo: Readonly<Record<string, string>> = Object.fromEntries(
  ["zones", "checks"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(root.pathname.length)}/${entry.name}`.replace("//", "/"))
      .map((path) => [path, readFileSync(new URL(path, root), "utf8")]),
  ),
);

function edited(path: string, from: string | RegExp, to: string): Readonly<Record<string, string>> {
  const text = demo[path]!.replace(from, to);
  if (text === demo[path]) throw new Error(`the test edits nothing in ${path}`);
  return { ...demo, [path]: text };
}

describe("as it is", () => {
  const evaluation = evaluate({ now: 0, before: undefined, after: treeOf(demo), rules: "after" }, cache);

  test("the repository has no finding and passes all of its checks", () => {
    expect(evaluation).toMatchObject({ passed: true, diagnostics: [] });
    expect(evaluation.checks.length).toBeGreaterThanOrEqual(14);
  });

  test("it has forward zones, a reverse zone and a subzone", () => {
    expect(evaluation.zones.map(({ name }) => name)).toEqual([
      "10.in-addr.arpa.",
      "acme-cdn.example.",
      "acme-status.example.",
      "acme.example.",
      "lab.acme.example.",
    ]);
  });
});

const acme = "zones/acme.example.zone";
const status = "zones/acme-status.example.zone";
const reverse = "zones/10.in-addr.arpa.zone";
const breakages: readonly (readonly [
  check: string,
  label: string,
  path: string,
  from: string | RegExp,
  to: string,
])[] = [
  [
    "the playlist service is discoverable in every datacenter",
    "dc=ash",
    acme,
    /^_playlist\._tcp\.ash.*\n.*SRV.*\n/m,
    "",
  ],
  [
    "the playlist service is discoverable in every datacenter",
    "dc=lon",
    acme,
    /^\s+300\s+SRV\s+10 50 4070 playlist2\.lon\n/m,
    "",
  ],
  [
    "the playlist service is discoverable in every datacenter",
    "dc=sto",
    acme,
    "A	10.1.16.11",
    "A	10.9.16.11",
  ],
  [
    "ldap has a fallback in every datacenter",
    "dc=ash",
    acme,
    "SRV	10 0 389 ldap1.lon\n\n",
    "SRV	10 0 390 ldap1.lon\n\n",
  ],
  ["every host has its reverse record", "dc=lon role=gw", reverse, "PTR	gw.lon", "PTR	gateway.lon"],
  [
    "every lab host has its reverse record",
    "",
    "zones/lab.acme.example.zone",
    "A	10.1.64.32",
    "A	10.1.64.33",
  ],
  ["mail for acme.example has two servers", "", acme, "MX	20 mx2\n", "MX	20 mx1\n"],
  ["nobody else may send as acme.example", "", acme, " -all", " ~all"],
  ["the shop is served by the CDN", "", acme, "shops.acme-cdn.example.", "www.acme-status.example."],
  ["the site answers over both protocols", "", acme, /^@?\s+300\s+AAAA.*\n/m, ""],
  [
    "hosts of a datacenter are in its networks and can be looked up both ways",
    "dc=ash host=ldap1.ash.acme.example.",
    acme,
    "A	10.3.2.10",
    "A	10.1.2.11",
  ],
  [
    "a service that one datacenter announces is announced in all",
    "service=_ldap._tcp dc=sto",
    acme,
    /^_ldap\._tcp\.sto.*\n.*SRV.*\n/m,
    "",
  ],
  [
    "every reverse record leads to a host with that address",
    "",
    reverse,
    "1.64	PTR	gw.lab",
    "1.65	PTR	gw.lab.acme.example.\n1.64	PTR	gw.lab",
  ],
  [
    "every datacenter has the hosts that Stockholm has",
    "dc=lon",
    acme,
    "A	10.2.0.1",
    "A	10.2.0.1\ncache1	A	10.2.9.9",
  ],
  [
    "nothing leads to Amsterdam, which is closed",
    "",
    acme,
    "; --- web",
    "player		A	203.0.113.140\n; --- web",
  ],
  [
    "only hosts of datacenters and of the lab have private addresses",
    "",
    acme,
    "A	203.0.113.20",
    "A	10.3.0.20",
  ],
  ["every zone has our nameservers and times", "zone=acme-status.example", status, /\tNS\tns2.*\n/, ""],
  [
    "every zone has our nameservers and times",
    "zone=lab.acme.example",
    "zones/lab.acme.example.zone",
    "2w 5m",
    "1w 5m",
  ],
  ["the nameservers are in two networks, on both protocols", "", acme, "A	198.51.100.53", "A	192.0.2.54"],
  ["only our certification authority issues certificates", "", acme, "ca.example.net", "other.example.net"],
  [
    "an address of the API that dies is forgotten within a minute",
    "",
    acme,
    /^api\t\t60(.*)\n\t\t60(.*)\n\t\t60/m,
    "api		300$1\n		300$2\n		300",
  ],
  [
    "names that are built into clients are there",
    "",
    "zones/acme-cdn.example.zone",
    "audio	CNAME	edge\n",
    "",
  ],
  ["tests are made in the lab", "", acme, "; --- web", "test-shop	A	192.0.2.77\n; --- web"],
  [
    "domains without mail say so",
    "domain=acme-status.example",
    status,
    "$INCLUDE includes/no-mail.inc",
    '@ MX 10 mx1.acme.example.\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"',
  ],
  ["an address inside belongs to one host", "address=10.2.16.11", acme, "A	10.2.16.12", "A	10.2.16.11"],
  ["names given up stay given up", "", acme, "; --- web", "vpn A 192.0.2.77\n; --- web"],
];

test("its checks are of both kinds", () => {
  const { checks } = judge(demo, demo);
  const files = checks.map(({ span }) => span.file);
  expect(files.filter((file) => file.endsWith(".yml")).length).toBeGreaterThanOrEqual(12);
  expect(files.filter((file) => file.endsWith(".check.ts")).length).toBeGreaterThanOrEqual(2);
});

describe("each check fails when its zone is broken", () => {
  test.each(breakages)("%s (%s)", (check, label, path, from, to) => {
    const evaluation = judge(demo, edited(path, from, to));
    const failed = evaluation.checks.filter(({ passed }) => !passed);
    expect(failed.map(({ name }) => name)).toContain(check);
    expect(failed.find(({ name }) => name === check)?.failures.map((failure) => failure.case)).toEqual([
      label,
    ]);
    expect(evaluation.passed).toBe(false);
  });

  test("and there is none that is not shown failing", () => {
    const { checks } = judge(demo, demo);
    expect(new Set(breakages.map(([check]) => check))).toEqual(new Set(checks.map(({ name }) => name)));
  });
});

test("the playlist service taken out of one datacenter: datacenter, record, file and owner are named", () => {
  const evaluation = judge(demo, edited(acme, /^_playlist\._tcp\.ash.*\n.*SRV.*\n/m, ""));
  expect(evaluation.reasons).toEqual([
    "the check “the playlist service is discoverable in every datacenter” fails for dc=ash",
    "the check “a service that one datacenter announces is announced in all” fails for service=_playlist._tcp dc=ash",
  ]);
  const finding = evaluation.diagnostics.find(({ rule }) => rule.startsWith("check/the-playlist"));
  expect(finding).toMatchObject({
    file: acme,
    rule: "check/the-playlist-service-is-discoverable-in-every-datacenter",
    severity: "error",
  });
  expect(demo[acme]!.split("\n")[finding!.line - 1]).toContain("_playlist._tcp.lon");
  expect(finding?.message).toMatch(
    /fails for dc=ash: _playlist\._tcp\.ash\.acme\.example\. SRV: expected at least one SRV record, found no such record; before this change it was at zones\/acme\.example\.zone:\d+; nearest: _playlist\._tcp\.lon\.acme\.example\. SRV at zones\/acme\.example\.zone:\d+; owner: @acme\/playlist$/,
  );
});
