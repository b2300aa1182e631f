import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type RdataCodec, rdataCodecs, zoneText } from "../../src/dns/index.ts";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble, preambleSize, type TortureCase } from "../corpus/zonefile/torture-case.ts";
import { anyRdata } from "../dns/rdata/arbitraries.ts";
import { readFiles } from "../zonefile/reading.ts";
import { compiledByBind, writeZone } from "./zone-readers/readers.ts";
import { exactLine, linesOf } from "./zone-readers/record-lines.ts";

/** What we read and BIND refuses while reading, where here a rule does, or none. */
const refusedByBind: readonly string[] = [
  "gen-028",
  "sem-001",
  "sem-002",
  "sem-004",
  "sem-011",
  "sem-019",
  "sem-020",
  "sem-023",
];

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "zonewright-compilezone-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

function filesOf({ input, bare, includes }: TortureCase): Record<string, string> {
  return { "example.zone": bare ? input : preamble + input, ...includes };
}

/** The records BIND reads from the files, one a line, sorted; undefined if it refuses them. */
function compiled(id: string, files: Readonly<Record<string, string>>): Promise<string[] | undefined> {
  return compiledByBind(writeZone(join(directory, id), "example.", files), exactLine);
}

describe("named-compilezone reads what we write", () => {
  test("as the zone it was", async () => {
    const readable = Object.values(torture)
      .flat()
      .map((torturer) => ({ id: torturer.id, ...readFiles(filesOf(torturer)) }))
      .filter(({ diagnostics }) => !diagnostics.some(({ severity }) => severity === "error"))
      .filter(({ id }) => !refusedByBind.includes(id));
    expect(readable.length).toBeGreaterThan(100);
    for (const { id, zone } of readable) {
      const text = zoneText(zone);
      expect({ id, lines: await compiled(id, { "example.zone": text }) }).toEqual({
        id,
        lines: linesOf(zone, exactLine),
      });
    }
  });
});

/** Types that are read here and not by BIND, and why. A type that BIND comes to read has to leave this list. */
const unreadable: Readonly<Record<string, string>> = {
  CLA: "newer than BIND 9.18",
  IPN: "newer than BIND 9.18",
  MD: "refused as obsolete; so it is here",
  MF: "as MD",
};

/** RDATA of ours that BIND refuses. */
const stricter: Readonly<Record<string, RegExp>> = {
  SVCB: / (?:ohttp|tls-supported-groups)\b/,
  HTTPS: / (?:ohttp|tls-supported-groups)\b/,
  IPSECKEY: /^\d+ \d 0 \S+$/,
};

/** Texts to read as data of a type: its examples, and what generated RDATA prints as. */
function textsOf({ mnemonic, print, examples }: RdataCodec): string[] {
  const generated = mnemonic === "NAPTR" ? [] : fc.sample(anyRdata[mnemonic]!, { numRuns: 50, seed: 1 });
  return [...examples.map(({ text }) => text), ...generated.map(print)].filter(
    (text) => !stricter[mnemonic]?.test(text),
  );
}

describe("named-compilezone makes the same RDATA of the same text", () => {
  const others = rdataCodecs.filter(({ mnemonic }) => mnemonic !== "SOA");

  test.each(others.map((codec: RdataCodec) => [codec.mnemonic, codec] as const))(
    "%s",
    async (mnemonic, codec) => {
      const records = textsOf(codec).map((text, index) => `r${index} ${mnemonic} ${text}\n`);
      expect(records.length).toBeGreaterThan(0);
      const files = { "example.zone": preamble + records.join("") };
      const theirs = await compiled(`type-${mnemonic}`, files);
      if (unreadable[mnemonic]) expect(theirs).toBeUndefined();
      else expect(linesOf(readFiles(files).zone, exactLine)).toEqual(theirs);
      if (!unreadable[mnemonic]) expect(theirs).toHaveLength(records.length + preambleSize);
    },
  );
});
