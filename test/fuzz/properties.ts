import { applyEdits, type Diagnostic } from "../../src/diagnostic/index.ts";
import { contentHash, parseName, type Zone, zoneText } from "../../src/dns/index.ts";
import { formatZoneFile, LIMITS, parseZone, recordTokens } from "../../src/zonefile/index.ts";
import type { FuzzCase } from "./cases.ts";

const file = "example.zone";
const origin = parseName("example.");
const decoder = new TextDecoder();
const longestMessage = 4000;
/** What the record that reaches a bound may tell besides, with what is told once at the end. */
const lastEntry = 32;
/** Zones of more records are read and not printed: `$GENERATE` makes them from nothing, and they cost too much time. */
const printed = 2000;

class Broken extends Error {}

function hold(condition: boolean, what: string): void {
  if (!condition) throw new Broken(what);
}

/** Throws where reading, printing or formatting the zone breaks one of their promises, saying which. */
export function checkProperties(files: FuzzCase): void {
  const octets = files[file]!;
  const { zone, diagnostics } = read(files);
  checkBounds(files, zone, diagnostics);
  checkSpans(files, diagnostics);
  checkFixes(octets, diagnostics);
  checkTokens(files, zone);
  if (zone.size > printed) return;
  // A TTL too large for any zone is kept as it was written; the error says so.
  if (!diagnostics.some(({ rule }) => rule === "ttl-overflow")) checkPrinted(zone);
  checkFormatted(files, zone);
}

function read(files: FuzzCase) {
  return parseZone({
    file,
    origin,
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  });
}

function checkBounds(files: FuzzCase, zone: Zone, diagnostics: readonly Diagnostic[]): void {
  const texts = Object.values(files).map((octets) => octets.toString("latin1"));
  const multiplies = texts.some((text) => /\$(?:include|generate)/i.test(text));
  const lines = files[file]!.toString("latin1").split("\n").length;
  hold(multiplies || zone.size <= lines, `${zone.size} records of ${lines} lines`);
  hold(
    diagnostics.length <= LIMITS.errors + LIMITS.warnings + lastEntry,
    `${diagnostics.length} diagnostics`,
  );
  for (const { message } of diagnostics) {
    hold(message.length <= longestMessage, `a message of ${message.length} characters`);
    hold(!/[\n\0]/.test(message), `a message with a control character: ${JSON.stringify(message)}`);
  }
}

function checkSpans(files: FuzzCase, diagnostics: readonly Diagnostic[]): void {
  const lengths = new Map<string, number[]>();
  for (const { file: path, line, column, endLine, endColumn, rule } of diagnostics) {
    const octets = files[path];
    hold(octets !== undefined, `${rule} in ${path}, which is no file of the zone`);
    if (!lengths.has(path)) lengths.set(path, lineLengths(octets!));
    const of = lengths.get(path)!;
    const place = `${rule} at ${path}:${line}:${column}-${endLine}:${endColumn}`;
    hold(line >= 1 && column >= 1 && endLine <= of.length, `${place} is outside of the file`);
    hold(line < endLine || (line === endLine && column <= endColumn), `${place} ends before it starts`);
    hold(column <= of[line - 1]! + 1 && endColumn <= of[endLine - 1]! + 1, `${place} is outside of its line`);
  }
}

/** How many characters each line has. */
function lineLengths(octets: Buffer): number[] {
  return decoder
    .decode(octets)
    .split("\n")
    .map((line) => [...line].length);
}

function checkFixes(octets: Buffer, diagnostics: readonly Diagnostic[]): void {
  const text = decoder.decode(octets);
  for (const { file: path, fix } of diagnostics) if (fix && path === file) applyEdits(text, fix.edits);
}

/** Every record's place leads to a record. */
function checkTokens(files: FuzzCase, zone: Zone): void {
  for (let row = 0; row < Math.min(zone.size, printed); row++) {
    const { file: path, offset, line } = zone.place(row);
    const tokens = recordTokens(files[path]!, path, offset, line);
    hold(tokens?.type !== undefined, `no record at ${path}:${line}, where record ${row} is said to be`);
  }
}

function checkPrinted(zone: Zone): void {
  if (zone.soa() === undefined) return;
  const text = zoneText(zone);
  const again = read({ [file]: Buffer.from(text) });
  const error = again.diagnostics.find(({ severity }) => severity === "error");
  hold(error === undefined, `its canonical text is refused: ${error?.line}: ${error?.message}`);
  hold(zoneText(again.zone) === text, "its canonical text is another when printed again");
  hold(contentHash(again.zone) === contentHash(zone), "its canonical text means something else");
}

function checkFormatted(files: FuzzCase, zone: Zone): void {
  const once = formatZoneFile(files[file]!, file);
  if (once.problems.length > 0) {
    hold(Buffer.compare(once.octets, files[file]!) === 0, "formatting changed a file with problems");
    return;
  }
  const twice = formatZoneFile(once.octets, file);
  hold(twice.problems.length === 0, `formatting made a problem: ${twice.problems[0]?.message}`);
  hold(Buffer.compare(twice.octets, once.octets) === 0, "formatting twice gives another file");
  const after = read({ ...files, [file]: Buffer.from(once.octets) }).zone;
  hold(zoneText(after) === zoneText(zone), "formatting changed what the zone means");
}
