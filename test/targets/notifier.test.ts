import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { silentLog } from "../../src/base/index.ts";
import { type Message, OPCODE, TYPE } from "../../src/dns/index.ts";
import type { Endpoint } from "../../src/net/index.ts";
import { Notifier } from "../../src/targets/hidden-primary/notifier.ts";
import { PublishedZones } from "../../src/targets/hidden-primary/published.ts";
import { reply, Servers } from "../net/servers.ts";
import { versionOf, zoneOf } from "../net/zone-of.ts";
import { hiddenPrimary } from "./target.ts";

const servers = new Servers();
const apex = "example.test.";
const stopping: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
  await servers.close();
});

/** A secondary that answers NOTIFY with these codes in turn, the last for ever; `undefined` is silence. */
async function secondary(...codes: readonly (number | undefined)[]) {
  const heard: number[] = [];
  const { endpoint } = await servers.dns((message: Message) => {
    expect(message.flags.opcode).toBe(OPCODE.NOTIFY);
    const soa = message.answer.find(({ type }) => type === TYPE.SOA)!;
    heard.push(Buffer.from(soa.rdata).readUInt32BE(soa.rdata.length - 20));
    const code = codes[Math.min(heard.length, codes.length) - 1];
    return code === undefined ? undefined : reply(message, {}, code);
  });
  return { endpoint, heard };
}

function notifier(secondaries: readonly Endpoint[], pausesMs: readonly number[]): Notifier {
  const made = new Notifier({
    secondaries,
    log: silentLog,
    listenAddress: "127.0.0.1",
    pausesMs,
    timeoutMs: 50,
  });
  stopping.push(() => made.stop());
  return made;
}

function published(serial: number, zone = apex) {
  return new PublishedZones().publish(versionOf(zoneOf(zone, serial)))!;
}

describe("secondaries are told of a new version", () => {
  test("each once, when they acknowledge at once", async () => {
    const one = await secondary(0);
    const two = await secondary(0);
    notifier([one.endpoint, two.endpoint], [0, 10, 10]).announce(published(5));
    await sleep(150);
    expect([one.heard, two.heard]).toEqual([[5], [5]]);
  });

  test("again and again while they are silent or refuse, until they acknowledge", async () => {
    const slow = await secondary(undefined, 9, 0);
    notifier([slow.endpoint], [0, 10, 10, 10, 10]).announce(published(5));
    await sleep(250);
    expect(slow.heard).toEqual([5, 5, 5]);
  });

  test("no more often than there are pauses", async () => {
    const deaf = await secondary(5);
    notifier([deaf.endpoint], [0, 5, 5]).announce(published(5));
    await sleep(150);
    expect(deaf.heard).toEqual([5, 5, 5]);
  });

  test("no longer of the old one when there is a newer", async () => {
    const deaf = await secondary(5);
    const telling = notifier([deaf.endpoint], [0, 100, 30, 30]);
    telling.announce(published(5));
    await sleep(30);
    telling.announce(published(6));
    await sleep(450);
    expect(deaf.heard).toEqual([5, 6, 6, 6, 6]);
  });

  test("no more once that is stopped, or the zone forgotten", async () => {
    const deaf = await secondary(5);
    const telling = notifier([deaf.endpoint], [0, 150, 150]);
    telling.announce(published(5));
    telling.announce(published(7, "other.test."));
    await sleep(50);
    telling.forget(published(5).zone.apex);
    await sleep(150);
    telling.stop();
    await sleep(300);
    expect(deaf.heard.toSorted()).toEqual([5, 7, 7]);
  });
});

describe("a hidden primary tells its secondaries", () => {
  test("at its start, on a change, and when nudged; not when nothing changed", async () => {
    const { endpoint, heard } = await secondary(0);
    const target = hiddenPrimary({ secondaries: [endpoint, { ...endpoint, views: ["internal"] }] });
    stopping.push(() => target.stop());
    await target.start([versionOf(zoneOf(apex, 5))]);
    await sleep(50);
    expect(heard).toEqual([5]);
    await target.apply(versionOf(zoneOf(apex, 6)));
    await sleep(50);
    await target.apply(versionOf(zoneOf(apex, 6)));
    await sleep(50);
    expect(heard).toEqual([5, 6]);
    await target.nudge(apex, "default");
    await target.nudge("unknown.test.", "default");
    await sleep(50);
    expect(heard).toEqual([5, 6, 6]);
  });
});
