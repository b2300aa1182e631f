import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvariantError } from "../../src/base/index.ts";
import { isAbove, successor } from "../../src/store/tables/serial.ts";
import { claimOf, START, useBench } from "./harness.ts";
import { version } from "./rows.ts";

const bench = useBench();
const { target, zone, view } = version;
const kept = { ...version, removed: false };

async function opened() {
  const store = await bench().open();
  return { versions: store.versions, claim: await claimOf(store, "a") };
}

describe("a zone's versions", () => {
  test("the latest of each zone and view is current", async () => {
    const { versions, claim } = await opened();
    const second = { ...version, serial: 2026112001, contentHash: "hash-2" };
    await versions.append(claim, version);
    await versions.append(claim, { ...version, view: "internal" });
    await versions.append(claim, { ...version, target: "other" });
    await versions.append(claim, second);
    expect(await versions.current(target)).toEqual([
      { ...second, removed: false },
      { ...kept, view: "internal" },
    ]);
    expect(await versions.get(target, zone, view)).toEqual({ ...second, removed: false });
    expect(await versions.history(target, zone, view, 9)).toEqual([{ ...second, removed: false }, kept]);
    expect(await versions.history(target, zone, view, 1)).toHaveLength(1);
    expect(await versions.get(target, "none.", view)).toBeUndefined();
  });

  test("the latest once more changes nothing", async () => {
    const { versions, claim } = await opened();
    await versions.append(claim, version);
    await versions.append(claim, { ...version, commitSha: "bbb" });
    expect(await versions.history(target, zone, view, 9)).toEqual([kept]);
  });

  test.each([
    ["the same serial with another content", { serial: version.serial, contentHash: "hash-2" }],
    ["a lower serial", { serial: version.serial - 1, contentHash: "hash-2" }],
    ["a serial half the number space away", { serial: version.serial + 2 ** 31, contentHash: "hash-2" }],
  ])("refuse %s", async (_, change) => {
    const { versions, claim } = await opened();
    await versions.append(claim, version);
    const serial = change.serial % 2 ** 32;
    await expect(versions.append(claim, { ...version, ...change, serial })).rejects.toThrow(InvariantError);
    expect(await versions.history(target, zone, view, 9)).toEqual([kept]);
  });

  test("refuse an earlier version under its old serial", async () => {
    const { versions, claim } = await opened();
    await versions.append(claim, version);
    await versions.append(claim, { ...version, serial: version.serial + 1, contentHash: "hash-2" });
    await expect(versions.append(claim, version)).rejects.toThrow("is not above");
  });

  test("go past the end of the number space", async () => {
    const { versions, claim } = await opened();
    await versions.append(claim, { ...version, serial: 2 ** 32 - 1 });
    await versions.append(claim, { ...version, serial: 5, contentHash: "hash-2" });
    expect((await versions.get(target, zone, view))?.serial).toBe(5);
  });

  test("stay as history when the zone is taken out, and its serials stay spent", async () => {
    const { versions, claim } = await opened();
    await versions.append(claim, version);
    await versions.remove(claim, target, zone, view, "1@bbb:public");
    await versions.remove(claim, target, zone, view, "1@bbb:public");
    await versions.remove(claim, target, "never-there.", view, "1@bbb:public");
    expect(await versions.current(target)).toEqual([]);
    const out = await versions.get(target, zone, view);
    expect(out).toEqual({
      ...version,
      serial: version.serial + 1,
      contentHash: "",
      text: "",
      deploymentId: "1@bbb:public",
      createdAt: START,
      removed: true,
    });
    expect(await versions.history(target, zone, view, 9)).toEqual([out, kept]);
    await expect(versions.append(claim, version)).rejects.toThrow(InvariantError);
    await versions.append(claim, { ...version, serial: version.serial + 2 });
    expect(await versions.current(target)).toMatchObject([{ serial: version.serial + 2, removed: false }]);
  });

  test("are kept to the newest twenty of each zone", async () => {
    const { versions, claim } = await opened();
    await versions.append(claim, { ...version, view: "internal" });
    for (let serial = 1; serial <= 23; serial++) {
      await versions.append(claim, { ...version, serial, contentHash: `hash-${serial}` });
    }
    const serials = (await versions.history(target, zone, view, 99)).map((row) => row.serial);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, index) => 23 - index));
    expect(await versions.current(target)).toMatchObject([{ serial: 23 }, { view: "internal" }]);
  });
});

describe("serials", () => {
  const serial = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  test("order as RFC 1982 says: never both ways, and not at half the space", () => {
    fc.assert(
      fc.property(serial, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (start, ahead) => {
        const later = (start + ahead) % 2 ** 32;
        expect(isAbove(later, start)).toBe(true);
        expect(isAbove(start, later)).toBe(false);
        expect(isAbove(start, start)).toBe(false);
        expect(isAbove((start + 2 ** 31) % 2 ** 32, start)).toBe(false);
      }),
    );
  });

  test("have a successor that is above and not 0", () => {
    fc.assert(fc.property(serial, (each) => isAbove(successor(each), each) && successor(each) !== 0));
    expect(successor(2 ** 32 - 1)).toBe(1);
  });
});
