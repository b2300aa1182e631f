import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName, Zone } from "../../../src/dns/index.ts";
import { packZones, unpackZones } from "../../../src/evaluation/threads/packed-zones.ts";
import { parseZone } from "../../../src/zonefile/index.ts";

const anyText = fc
  .array(fc.constantFrom("www A 192.0.2.1", "WWW TXT odd", "mail 5 MX 1 www", "$INCLUDE b", "bad A bad"), {
    maxLength: 20,
  })
  .map((lines) => lines.join("\n"));

test("zones that were packed together are the same zones, found by the same names", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
      const parsed = texts.map((text, at) => {
        const read = (path: string) => (path === "a" ? new TextEncoder().encode(text) : undefined);
        return parseZone({ file: "a", origin: parseName(`z${at}.example.`), read });
      });
      const unpacked = unpackZones(structuredClone(packZones(parsed)));
      expect(unpacked).toEqual(parsed.map((one) => ({ ...one, zone: expect.any(Zone) })));
      for (const [at, { zone }] of unpacked.entries()) {
        const { columns } = parsed[at]!.zone;
        expect(zone.columns).toEqual(columns);
        expect([...zone.rrsets()]).toEqual([...parsed[at]!.zone.rrsets()]);
      }
    }),
  );
});
