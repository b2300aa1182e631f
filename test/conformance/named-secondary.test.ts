import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { silentLog, systemClock } from "../../src/base/index.ts";
import type { Question, ServerResult, Target, ZoneVersion } from "../../src/deploy/index.ts";
import { TYPE, type Zone, zoneText } from "../../src/dns/index.ts";
import { createVerifier, transferZone } from "../../src/net/index.ts";
import { HiddenPrimaryOptions, targetKinds } from "../../src/targets/index.ts";
import { type Dug, dig, digTransfer } from "../harness/dig.ts";
import { type Named, startNamed } from "../harness/named.ts";
import { name, versionOf, zoneOf } from "../net/zone-of.ts";

const apex = "example.test.";
const rich = [
  "www 300 A 192.0.2.1",
  "www 300 A 192.0.2.2",
  "www 300 AAAA 2001:db8::1",
  "alias 300 CNAME www",
  "away 300 CNAME www.elsewhere.invalid.",
  "broken 300 CNAME nothing",
  "deeper 300 CNAME host.sub",
  '*.wild 60 TXT "made by a wildcard"',
  "*.pool 60 CNAME www",
  "a.b.c 60 A 192.0.2.3",
  "@ 300 MX 10 mail",
  "mail 300 A 192.0.2.4",
  "_sip._tcp 300 SRV 1 2 5060 www",
  '@ 300 TXT "v=spf1 -all"',
  "sub 300 NS ns.sub",
  "sub 300 NS ns1",
  "ns.sub 300 A 192.0.2.9",
  "old 300 DNAME new",
  "x.new 300 A 192.0.2.5",
  'MiXeD 300 TXT "case"',
];
const questions: readonly Question[] = [
  "www A",
  "www AAAA",
  "www TXT",
  "alias A",
  "alias CNAME",
  "away A",
  "broken A",
  "deeper A",
  "one.wild TXT",
  "*.wild TXT",
  "one.wild A",
  "two.pool A",
  "b.c A",
  "a.b.c A",
  "c MX",
  "@ MX",
  "@ NS",
  "@ SOA",
  "_sip._tcp SRV",
  "sub NS",
  "sub A",
  "sub DS",
  "ns.sub A",
  "host.sub A",
  "x.old A",
  "old DNAME",
  "y.old A",
  "mixed TXT",
  "none A",
].map((text) => {
  const [owner, type] = text.split(" ") as [string, keyof typeof TYPE];
  return { name: owner === "@" ? apex : `${owner}.${apex}`, type: TYPE[type] };
});

const verifier = createVerifier({ timeoutMs: 1000 });
let primary: Target;
let named: Named;

beforeAll(async () => {
  const options = HiddenPrimaryOptions.parse({
    listen: { address: "127.0.0.1", port: 0 },
    secondaries: [{ address: "127.0.0.1", port: 53 }],
  });
  const scout = targetKinds[0].open("scout", options, { log: silentLog, clock: systemClock });
  await scout.start([]);
  const { port } = scout.nameservers[0]!;
  await scout.stop();
  named = await startNamed({ zones: [apex, `child.${apex}`, "large.test."], primaryPort: port });
  primary = targetKinds[0].open(
    "primary",
    HiddenPrimaryOptions.parse({ listen: { address: "127.0.0.1", port }, secondaries: [named.endpoint] }),
    { log: silentLog, clock: systemClock },
  );
  await primary.start([]);
}, 30_000);

afterAll(async () => {
  await primary?.stop();
  await named?.stop();
});

function verify(version: ZoneVersion, previous: Zone | undefined, asked = questions): Promise<ServerResult> {
  const server = { name: "named", ...named.endpoint };
  return verifier.verify({ server, version, previous, questions: asked }, AbortSignal.timeout(10_000));
}

async function verifyUntilOk(version: ZoneVersion, previous: Zone | undefined, asked = questions) {
  let seen = await verify(version, previous, asked);
  for (let tries = 0; seen.verdict !== "ok" && tries < 100; tries++) {
    await sleep(50);
    seen = await verify(version, previous, asked);
  }
  return seen;
}

describe("a named that is secondary of a hidden primary", () => {
  const first = versionOf(zoneOf(apex, 10, rich));
  const second = versionOf(zoneOf(apex, 11, [...rich.slice(2), "new 300 A 192.0.2.77"]));

  test("has no zone before one is deployed, and is not blamed for it", async () => {
    expect(await verify(first, undefined)).toMatchObject({ verdict: "stale", serial: undefined });
  });

  test("serves what was applied, and is verified on every kind of answer", async () => {
    await primary.apply(first);
    const seen = await verifyUntilOk(first, undefined);
    expect(seen).toMatchObject({ verdict: "ok", serial: 10, differences: [], asked: questions.length + 1 });
  });

  test("got every record of the zone by transfer", async () => {
    const transferred = await transferZone(named.endpoint, name(apex), { timeoutMs: 2000 });
    expect(zoneText(transferred).toLowerCase()).toBe(zoneText(first.zone).toLowerCase());
  });

  test("is stale while it serves the version before", async () => {
    const seen = await verify(second, first.zone);
    expect(seen).toMatchObject({ verdict: "stale", serial: 10, detail: "still serves serial 10" });
    expect(seen.differences[0]).toEqual({
      name: apex,
      type: "SOA",
      expected: "serial 11 or newer",
      found: "serial 10",
    });
  });

  test("takes over a change by NOTIFY and transfer", async () => {
    await primary.apply(second);
    const changed = [{ name: `new.${apex}`, type: TYPE.A }, ...questions];
    expect(await verifyUntilOk(second, first.zone, changed)).toMatchObject({ verdict: "ok", serial: 11 });
  });

  test("is wrong where it serves other data under the serial", async () => {
    const forged = versionOf(zoneOf(apex, 11, ["new 60 A 192.0.2.66"]));
    const seen = await verify(forged, first.zone, [{ name: `new.${apex}`, type: TYPE.A }]);
    expect(seen).toMatchObject({
      verdict: "wrong",
      differences: [
        {
          name: `new.${apex}`,
          type: "A",
          expected: "NOERROR: 60 A 192.0.2.66",
          found: "NOERROR: 300 A 192.0.2.77",
        },
      ],
    });
  });

  test("is wrong where it serves a name that should be gone", async () => {
    const forged = versionOf(zoneOf(apex, 11));
    const seen = await verify(forged, first.zone, [{ name: `new.${apex}`, type: TYPE.A }]);
    expect(seen).toMatchObject({ verdict: "wrong", differences: [{ expected: "NXDOMAIN" }] });
  });

  test("that also has the zone below a delegation is not blamed for answering from that", async () => {
    const parent = versionOf(
      zoneOf(apex, 12, [...rich, "child 300 NS ns.child", "ns.child 300 A 192.0.2.8"]),
    );
    const child = versionOf(zoneOf(`child.${apex}`, 1, ["ns 300 A 192.0.2.8"]));
    const asked = [
      { name: `child.${apex}`, type: TYPE.NS },
      { name: `ns.child.${apex}`, type: TYPE.A },
    ];
    await primary.apply(parent);
    expect(await verifyUntilOk(parent, second.zone, asked)).toMatchObject({ verdict: "ok", serial: 12 });
    await primary.apply(child);
    expect(await verifyUntilOk(child, undefined, [])).toMatchObject({ verdict: "ok", serial: 1 });
    expect(await verify(parent, second.zone, asked)).toMatchObject({ verdict: "ok", differences: [] });
  });

  test("takes a zone of many messages whole", async () => {
    const hosts = Array.from(
      { length: 20_000 },
      (_, i) => `host-${i} 300 A 192.0.${(i >> 8) & 255}.${i & 255}`,
    );
    const large = versionOf(zoneOf("large.test.", 1, hosts));
    await primary.apply(large);
    const asked = hosts.map((line) => ({ name: `${line.split(" ")[0]}.large.test.`, type: TYPE.A }));
    expect(await verifyUntilOk(large, undefined, asked)).toMatchObject({ verdict: "ok", asked: 10_001 });
  });

  test("still serves a zone that should be gone, until it is told otherwise", async () => {
    const server = { name: "named", ...named.endpoint };
    const signal = AbortSignal.timeout(5000);
    expect(await verifier.absent(server, apex, signal)).toMatchObject({ verdict: "stale", serial: 12 });
    expect(await verifier.absent(server, "other.test.", signal)).toMatchObject({ verdict: "ok" });
    expect(await verifier.serial(server, apex, signal)).toBe(12);
    expect(await verifier.serial(server, "other.test.", signal)).toBeUndefined();
  });
});

describe("dig sees from the hidden primary what it sees from named", () => {
  test.each(questions.map((question) => [`${question.name} ${typeOf(question)}`]))("%s", async (query) => {
    const ours = await dig(primary.nameservers[0]!, query);
    const theirs = await dig(named.endpoint, query);
    expect(comparable(ours)).toEqual(comparable(theirs));
  });

  test("the whole zone, by AXFR and by IXFR", async () => {
    const [server] = primary.nameservers;
    const records = await digTransfer(server!, `${apex} AXFR`);
    expect(records[0]).toContain(" SOA ");
    expect(records.at(-1)).toBe(records[0]);
    const theirs = await digTransfer(named.endpoint, `${apex} AXFR`);
    expect(records.map(lowerCase).sort()).toEqual(theirs.map(lowerCase).sort());
    expect(await digTransfer(server!, `${apex} IXFR=3`)).toEqual(records);
    expect(await digTransfer(server!, `${apex} IXFR=12`)).toEqual([records[0]]);
  });

  test("REFUSED for class CH", async () => {
    expect(await dig(primary.nameservers[0]!, "version.bind CH TXT")).toMatchObject({
      status: "REFUSED",
      answer: [],
    });
  });
});

describe("a named that has stopped", () => {
  test("is unreachable", async () => {
    await named.stop();
    const seen = await verify(versionOf(zoneOf(apex, 12, rich)), undefined, []);
    expect(seen).toMatchObject({ verdict: "unreachable", serial: undefined, differences: [] });
  });
});

/** Without the NS that named adds to positive answers, and without the case of owners (RFC 4343). */
function comparable({ status, flags, answer, authority }: Dug) {
  const needed = answer.length === 0 ? authority : [];
  return { status, flags, answer: answer.map(lowerCase), authority: needed.map(lowerCase) };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function typeOf(question: Question): string {
  return Object.entries(TYPE).find(([, code]) => code === question.type)![0];
}
