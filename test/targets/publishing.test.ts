import { afterEach, describe, expect, test } from "@jest/globals";
import { InvariantError, type Log, silentLog, ZonewrightError } from "../../src/base/index.ts";
import type { Target } from "../../src/deploy/index.ts";
import { queryMessage, TYPE, ZoneBuilder } from "../../src/dns/index.ts";
import { createVerifier, exchange } from "../../src/net/index.ts";
import { name, versionOf, zoneOf } from "../net/zone-of.ts";
import { hiddenPrimary } from "./target.ts";

const apex = "example.test.";
const running: Target[] = [];
afterEach(async () => {
  for (const target of running.splice(0)) await target.stop();
});

async function started(
  options: object = {},
  versions: Parameters<Target["start"]>[0] = [],
  deps: object = {},
) {
  const target = hiddenPrimary(options, deps);
  running.push(target);
  await target.start(versions);
  return target;
}

function serialAt(target: Target, zone = apex): Promise<number | undefined> {
  return createVerifier({ timeoutMs: 500 }).serial(target.nameservers[0]!, zone, AbortSignal.timeout(5000));
}

describe("a hidden primary", () => {
  test("serves what is applied at once, and says so", async () => {
    const target = await started();
    const receipt = await target.apply(versionOf(zoneOf(apex, 5)));
    expect(receipt).toEqual({ zone: apex, view: "default", serial: 5, detail: "published" });
    expect(await serialAt(target)).toBe(5);
    await target.apply(versionOf(zoneOf(apex, 6)));
    expect(await serialAt(target)).toBe(6);
  });

  test("says before anything is stored what it cannot carry", async () => {
    const target = await started();
    const builder = new ZoneBuilder(name(apex));
    for (const row of [0, 1]) {
      const { owner, type, ttl, rdata } = recordOf(zoneOf(apex, 5), row);
      builder.add({ owner, type, ttl, rdata });
    }
    expect(target.audit(builder.build())).toEqual([]);
    const text = new Uint8Array(65_280).map((_, at) => (at % 256 === 0 ? 255 : 97));
    builder.add({ owner: name(apex), type: TYPE.TXT, ttl: 60, rdata: text });
    expect(target.audit(builder.build())).toEqual([expect.stringMatching(/65280 octets of data, more than/)]);
  });

  test("takes the same version twice as one change", async () => {
    const target = await started();
    await target.apply(versionOf(zoneOf(apex, 5)));
    expect(await target.apply(versionOf(zoneOf(apex, 5)))).toMatchObject({
      serial: 5,
      detail: "was published already",
    });
  });

  test("serves what it served before it was stopped", async () => {
    const target = await started({}, [versionOf(zoneOf(apex, 5)), versionOf(zoneOf("other.test.", 9))]);
    expect(await serialAt(target)).toBe(5);
    expect(await serialAt(target, "other.test.")).toBe(9);
    await expect(target.apply(versionOf(zoneOf(apex, 4)))).rejects.toThrow(ZonewrightError);
  });

  test("is not kept from its zones by one that cannot be served", async () => {
    const problems: object[] = [];
    const log: Log = { ...silentLog, child: () => log, error: (fields) => void problems.push(fields) };
    const versions = [versionOf(zoneOf("bad.test.", 5), "internal"), versionOf(zoneOf(apex, 5))];
    const target = await started({}, versions, { log });
    expect(await serialAt(target)).toBe(5);
    expect(problems).toMatchObject([{ zone: "bad.test.", view: "internal" }]);
  });

  test("refuses a serial that is not above the published one, by RFC 1982", async () => {
    const target = await started({}, [versionOf(zoneOf(apex, 4_294_967_290))]);
    const lower = target.apply(versionOf(zoneOf(apex, 4_294_967_289)));
    await expect(lower).rejects.toThrow("serial 4294967290 is published");
    await expect(target.apply(versionOf(zoneOf(apex, (4_294_967_290 + 2 ** 31) >>> 0)))).rejects.toThrow(
      ZonewrightError,
    );
    await target.apply(versionOf(zoneOf(apex, 3)));
    expect(await serialAt(target)).toBe(3);
  });

  test("refuses other content under a published serial", async () => {
    const target = await started({}, [versionOf(zoneOf(apex, 5))]);
    const other = versionOf(zoneOf(apex, 5, ["www 300 A 192.0.2.1"]));
    await expect(target.apply(other)).rejects.toThrow("published with other content");
    expect(await serialAt(target)).toBe(5);
  });

  test("refuses a zone of another view, with the reason", async () => {
    const target = await started({ view: "internal" });
    await target.apply(versionOf(zoneOf(apex, 5), "internal"));
    const other = versionOf(zoneOf(apex, 6));
    await expect(target.apply(other)).rejects.toThrow("serves view internal only");
    await expect(target.remove(apex, "default")).rejects.toThrow("serves view internal only");
    await expect(target.nudge(apex, "default")).rejects.toThrow("serves view internal only");
  });

  test("refuses a version whose zone is not what it says, and use before its start", async () => {
    const target = await started();
    const version = versionOf(zoneOf(apex, 5));
    await expect(target.apply({ ...version, serial: 6 })).rejects.toThrow(InvariantError);
    await expect(target.apply({ ...version, name: "other.test." })).rejects.toThrow(InvariantError);
    await expect(hiddenPrimary().apply(version)).rejects.toThrow(InvariantError);
  });

  test("refuses a zone that no transfer can carry, naming the record", async () => {
    const target = await started();
    const builder = (serial: number) => {
      const zone = new ZoneBuilder(name(apex));
      const base = zoneOf(apex, serial);
      for (let row = 0; row < base.size; row++) {
        zone.add({
          owner: base.owner(row),
          type: base.type(row),
          ttl: base.ttl(row),
          rdata: base.rdata(row),
        });
      }
      return zone;
    };
    const soa = zoneOf(apex, 5).rrset(name(apex), TYPE.SOA)!.rdata[0]!;
    const huge = builder(5);
    huge.add({ owner: name(`big.${apex}`), type: 65_280, ttl: 1, rdata: new Uint8Array(65_300) });
    const twoSoas = builder(5);
    twoSoas.add({ owner: name(`sub.${apex}`), type: TYPE.SOA, ttl: 1, rdata: soa });
    const outside = builder(5);
    outside.add({
      owner: name("www.elsewhere.test."),
      type: TYPE.A,
      ttl: 1,
      rdata: Uint8Array.of(1, 2, 3, 4),
    });
    await expect(target.apply(versionOf(huge.build()))).rejects.toThrow(`big.${apex} has 65300 octets`);
    await expect(target.apply(versionOf(twoSoas.build()))).rejects.toThrow(`sub.${apex} has a second SOA`);
    await expect(target.apply(versionOf(outside.build()))).rejects.toThrow("www.elsewhere.test. is outside");
    expect(await serialAt(target)).toBeUndefined();
  });

  test("no longer answers for a zone that was removed, and removing it twice is one change", async () => {
    const target = await started({}, [versionOf(zoneOf(apex, 5))]);
    expect(await target.remove("EXAMPLE.test.", "default")).toMatchObject({ detail: "no longer served" });
    expect(await target.remove(apex, "default")).toMatchObject({ detail: "was not served" });
    const signal = AbortSignal.timeout(5000);
    expect(await createVerifier().absent(target.nameservers[0]!, apex, signal)).toMatchObject({
      verdict: "ok",
    });
  });

  test("is itself who is asked, where it really listens, unless others are named", async () => {
    const target = await started({ listen: { address: "0.0.0.0", port: 0 } }, [versionOf(zoneOf(apex, 5))]);
    expect(target.nameservers).toEqual([{ name: "primary", address: "127.0.0.1", port: expect.any(Number) }]);
    expect(await serialAt(target)).toBe(5);
    const nameservers = [{ name: "ns1", address: "192.0.2.1", port: 53 }];
    expect(hiddenPrimary({ nameservers }).nameservers).toEqual(nameservers);
  });

  test("answers nobody any more when it has stopped, and can be stopped twice", async () => {
    const target = await started({}, [versionOf(zoneOf(apex, 5))]);
    const [server] = target.nameservers;
    await target.stop();
    await target.stop();
    const asking = exchange(server!, queryMessage(name(apex), TYPE.SOA), {
      transport: "udp",
      timeoutMs: 100,
    });
    await expect(asking).rejects.toThrow();
  });
});

function recordOf(zone: ReturnType<typeof zoneOf>, row: number) {
  return { owner: zone.owner(row), type: zone.type(row), ttl: zone.ttl(row), rdata: zone.rdata(row) };
}
