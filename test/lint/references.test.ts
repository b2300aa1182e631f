import { describe, expect, test } from "@jest/globals";
import { parseName, rdataCodecs, rdataFromText, rdataNames, TYPE } from "../../src/dns/index.ts";
import { targetPlaces } from "../../src/lint/references.ts";

describe("where a record's target stands", () => {
  const movable: readonly number[] = [TYPE.NAPTR, TYPE.RP, TYPE.HIP, TYPE.IPSECKEY, TYPE.AMTRELAY, TYPE.A6];
  const withTargets = rdataCodecs.filter(
    ({ code, examples }) =>
      !movable.includes(code) &&
      examples.some(({ wire }) => rdataNames(code, octets(wire)).some(({ role }) => role === "target")),
  );

  test("is known of every type that has one at a fixed place", () => {
    expect([...targetPlaces.keys()].sort()).toEqual(withTargets.map(({ code }) => code).sort());
  });

  test.each(withTargets)(
    "is where dns finds it, in wire form and in text: $mnemonic",
    ({ code, examples }) => {
      const place = targetPlaces.get(code)!;
      for (const { text, wire } of examples) {
        const target = rdataNames(code, octets(wire)).find(({ role }) => role === "target")!;
        expect(target.offset).toBe(place.offset);
        const fields = text.split(" ").map((token) => ({ text: token, quoted: false }));
        fields[place.token] = { text: "another.example.", quoted: false };
        const changed = rdataNames(code, rdataFromText(code, fields, parseName(".")));
        expect(changed.find(({ role }) => role === "target")!.name).toBe("another.example.");
      }
    },
  );
});

function octets(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
}
