import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Name,
  nameFromWire,
  nameKey,
  type RdataCodec,
  rdataCodecs,
  typeName,
  type Zone,
  zoneText,
} from "../../src/dns/index.ts";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble, preambleSize, type TortureCase } from "../corpus/zonefile/torture-case.ts";
import { anyRdata } from "../dns/rdata/arbitraries.ts";
import { readFiles } from "../zonefile/reading.ts";

const program = "named-compilezone";
/** Only parsing is compared: every check of the zone's meaning is switched off, as far as BIND lets it be. */
const switches = ["-i", "none", ..."knmMSrTW".split("").flatMap((option) => [`-${option}`, "ignore"])];

/** Where we mean to differ, and why. A case that comes to agree has to leave this list. */
const differing: Readonly<Record<string, string>> = {
  "lex-008": "an unquoted semicolon in text is an error here",
  "lex-011": "a NUL octet is an error here",
  "lex-013": "a name outside ASCII is an error here",
  "quo-013": "a quoted owner is an error here",
  "own-009": "BIND leaves a record outside the zone out with a warning",
  "own-039": "as own-009",
  "own-040": "as own-009",
  "own-049": "as own-009",
  "ttl-007": "BIND reads a TTL above 31 bits as 0",
  "ttl-017": "BIND gives an RRset the TTL of its last record when they are apart",
  "dir-020": "BIND looks for files from its working directory",
  "dir-029": "BIND takes a byte order mark into the owner of an included file",
  "gen-025": "more records of one $GENERATE than are made here",
  "gen-008": "nibbles that end in a dot are an error here",
  "gen-026": "as own-009",
  "gen-028": "BIND wants addresses for the apex's nameservers",
  "adr-026": "an address after CNAME is an error here",
  "typ-083": "as lex-008",
  "sem-001": "BIND refuses other data beside CNAME while reading; here a rule does",
  "sem-002": "as sem-001",
  "sem-004": "as sem-001",
  "sem-011": "as gen-028",
  "sem-019": "as sem-001",
  "sem-020": "as sem-001",
  "more-owner-suffix-without-dot-is-outside": "as own-009",
  "more-origin-outside": "as own-009",
  "more-bare-carriage-return": "BIND takes a carriage return for a line end",
  "sem-023": "BIND refuses DS at the apex while reading; here a rule does",
};

let directory: string;
beforeAll(() => {
  const { error, stdout } = spawnSync(program, ["-v"], { encoding: "utf8", env: environment() });
  if (error) {
    throw new Error(`${program} cannot be started (${error.message}): apt-get install bind9-utils`);
  }
  expect(stdout).toMatch(/\d/);
  directory = mkdtempSync(join(tmpdir(), "zonewright-compilezone-"));
});
afterAll(() => {
  if (directory) rmSync(directory, { recursive: true });
});

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
}

function filesOf({ input, bare, includes }: TortureCase): Record<string, string> {
  return { "example.zone": bare ? input : preamble + input, ...includes };
}

/** The records BIND reads from the files, one a line, sorted; undefined if it refuses them. */
function compiled(id: string, files: Readonly<Record<string, string>>): string[] | undefined {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, id, path)), { recursive: true });
    writeFileSync(join(directory, id, path), content);
  }
  const output = join(directory, id, "example.raw");
  const argv = [...switches, "-F", "raw", "-o", output, "example.", "example.zone"];
  const { status } = spawnSync(program, argv, { cwd: join(directory, id), env: environment() });
  return status === 0 ? rawRecords(readFileSync(output)).sort() : undefined;
}

/** One record in a form that leaves no room for how it was written: RDATA as it goes over the wire. */
function recordLine(owner: Name, ttl: number, type: number, rdata: Uint8Array): string {
  return `${nameKey(owner)} ${ttl} ${typeName(type)} ${Buffer.from(rdata).toString("hex")}`;
}

/** Records of BIND's "raw" format, version 1: a header of 24 octets, then RRset after RRset. */
function rawRecords(raw: Buffer): string[] {
  const lines: string[] = [];
  for (let at = 24; at < raw.length; ) {
    const type = raw.readUInt16BE(at + 6);
    const ttl = raw.readUInt32BE(at + 10);
    const count = raw.readUInt32BE(at + 14);
    const owner = nameFromWire(raw, at + 20).name;
    at += 20 + raw.readUInt16BE(at + 18);
    for (let i = 0; i < count; i++) {
      const length = raw.readUInt16BE(at);
      lines.push(recordLine(owner, ttl, type, raw.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
    }
  }
  return lines;
}

function linesOf(zone: Zone): string[] {
  return [...zone.rrsets()]
    .flatMap(({ owner, ttl, type, rdata }) => rdata.map((octets) => recordLine(owner, ttl, type, octets)))
    .sort();
}

/** The records we read, one a line, sorted; undefined if there is an error among what we report. */
function ours(files: Readonly<Record<string, string>>): string[] | undefined {
  const { zone, diagnostics } = readFiles(files);
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  return linesOf(zone);
}

describe.each(Object.entries(torture))("named-compilezone reads section %s as we do", (_, cases) => {
  test.each(cases)("$id", (torturer) => {
    const files = filesOf(torturer);
    const theirs = compiled(torturer.id, files);
    if (differing[torturer.id] === undefined) expect(ours(files)).toEqual(theirs);
    else expect(ours(files)).not.toEqual(theirs);
  });
});

describe("named-compilezone reads what we write", () => {
  test("as the zone it was", () => {
    const readable = Object.values(torture)
      .flat()
      .map((torturer) => ({ id: torturer.id, ...readFiles(filesOf(torturer)) }))
      .filter(({ diagnostics }) => !diagnostics.some(({ severity }) => severity === "error"))
      .filter(({ id }) => !(id in differing));
    expect(readable.length).toBeGreaterThan(100);
    for (const { id, zone } of readable) {
      const text = zoneText(zone);
      expect({ id, lines: compiled(`${id}-again`, { "example.zone": text }) }).toEqual({
        id,
        lines: linesOf(zone),
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

  test.each(others.map((codec: RdataCodec) => [codec.mnemonic, codec] as const))("%s", (mnemonic, codec) => {
    const records = textsOf(codec).map((text, index) => `r${index} ${mnemonic} ${text}\n`);
    expect(records.length).toBeGreaterThan(0);
    const files = { "example.zone": preamble + records.join("") };
    const theirs = compiled(`type-${mnemonic}`, files);
    if (unreadable[mnemonic]) expect(theirs).toBeUndefined();
    else expect(linesOf(readFiles(files).zone)).toEqual(theirs);
    if (!unreadable[mnemonic]) expect(theirs).toHaveLength(records.length + preambleSize);
  });
});
