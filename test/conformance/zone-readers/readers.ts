import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseName } from "../../../src/dns/index.ts";
import { parseZone } from "../../../src/zonefile/index.ts";
import type { Knotd } from "./knotd.ts";
import { runProgram } from "./program.ts";
import { foldedLine, linesOf, rawRecords } from "./record-lines.ts";

/** The programs that zone files are read with, by the name servers and the library they come from. */
export const readers = ["BIND", "Knot", "NSD", "ldns"] as const;
export type Reader = (typeof readers)[number];

/**
 * The records a program reads from a zone's files, one a line, sorted; undefined if it refuses them; "other" where it
 * reads what is no sound zone.
 */
export type Reading = readonly string[] | "other" | undefined;

/** A zone's own file, `example.zone`, with what it includes beside it. */
export interface ZoneFiles {
  readonly folder: string;
  readonly origin: string;
}

/** Writes a zone's files, by path from `folder`. */
export function writeZone(
  folder: string,
  origin: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): ZoneFiles {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, origin };
}

/** Only parsing is compared: every check of the zone's meaning is switched off, as far as BIND lets it be. */
const switches = ["-i", "none", ..."knmMSrTW".split("").flatMap((option) => [`-${option}`, "ignore"])];

/** What named-compilezone makes of a zone's own file. */
export async function compiledByBind(
  { folder, origin }: ZoneFiles,
  line = foldedLine,
): Promise<string[] | undefined> {
  const file = "example.zone";
  const args = [...switches, "-F", "raw", "-o", `${file}.raw`, origin, file];
  const { status } = await runProgram("named-compilezone", args, folder);
  return status === 0 ? rawRecords(readFileSync(join(folder, `${file}.raw`)), line) : undefined;
}

/** What each program makes of a zone. */
export async function readWithAll(zone: ZoneFiles, knotd: Knotd): Promise<Readonly<Record<Reader, Reading>>> {
  const [bind, knot, nsd, ldns] = await Promise.all([
    compiledByBind(zone),
    readByKnot(zone, knotd),
    readByNsd(zone),
    readByLdns(zone),
  ]);
  return { BIND: bind, Knot: knot, NSD: nsd, ldns };
}

/** kzonecheck says whether it takes the zone, and a running knotd what is in it. */
async function readByKnot({ folder, origin }: ZoneFiles, knotd: Knotd): Promise<Reading> {
  const args = ["-d", "off", "-o", origin, "example.zone"];
  const { status } = await runProgram("kzonecheck", args, folder);
  return status === 0 ? knotd.read(folder, origin) : undefined;
}

async function readByNsd({ folder, origin }: ZoneFiles): Promise<Reading> {
  const args = ["-p", origin, "example.zone"];
  const { status, stdout } = await runProgram("nsd-checkzone", args, folder);
  return status === 0 ? printed(origin, stdout) : undefined;
}

/** ldns-read-zone is told no origin: it starts from one written before the file. */
async function readByLdns({ folder, origin }: ZoneFiles): Promise<Reading> {
  const content = readFileSync(join(folder, "example.zone"));
  writeFileSync(join(folder, "with-origin"), Buffer.concat([Buffer.from(`$ORIGIN ${origin}\n`), content]));
  const { status, stdout } = await runProgram("ldns-read-zone", ["-z", "with-origin"], folder);
  // It prints a "$" that starts an owner without the backslash that keeps it from being a directive.
  const text = stdout.toString("latin1").replace(/^\$/gm, "\\$");
  return status === 0 ? printed(origin, Buffer.from(text, "latin1")) : undefined;
}

/** The records of a zone that a program printed in its canonical form; "other" where that is no sound zone. */
function printed(origin: string, text: Uint8Array): Reading {
  const file = "printed.zone";
  const { zone, diagnostics } = parseZone({ file, origin: parseName(origin), read: () => text });
  return diagnostics.some(({ severity }) => severity === "error") ? "other" : linesOf(zone);
}
