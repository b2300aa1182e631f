import { isUtf8 } from "node:buffer";
import { formatPosition, messageOf } from "../../base/index.ts";
import { readDocument } from "../document.ts";
import { parseCsv } from "./csv.ts";

/** Octets of a CSV file that is read at all; YAML has its own bound. */
const LARGEST = 4 * 1024 * 1024;
/** Characters of a data file as JSON: YAML may repeat by alias what stands in it once. */
const LONGEST = 16 * 1024 * 1024;

/**
 * A data file as JSON: YAML and JSON by what they say, CSV (by its name) as a list of objects. Throws RangeError with
 * what is wrong with it, and where.
 */
export function dataAsJson(path: string, octets: Uint8Array): string {
  const json = path.toLowerCase().endsWith(".csv") ? csvAsJson(path, octets) : documentAsJson(path, octets);
  if (json.length > LONGEST) throw new RangeError(`${path} has more than ${LONGEST} characters as JSON`);
  return json;
}

function csvAsJson(path: string, octets: Uint8Array): string {
  if (octets.length > LARGEST)
    throw new RangeError(`${path} has ${octets.length} octets; at most ${LARGEST} are read`);
  if (!isUtf8(octets)) throw new RangeError(`${path} is not UTF-8 text`);
  try {
    return JSON.stringify(parseCsv(new TextDecoder().decode(octets)));
  } catch (error) {
    throw new RangeError(`${path} cannot be read: ${messageOf(error)}`);
  }
}

function documentAsJson(path: string, octets: Uint8Array): string {
  const { document, diagnostics } = readDocument(path, octets, "check-file");
  const [problem] = diagnostics;
  if (!document) {
    const where = problem ? `${formatPosition(problem)}: ${problem.message}` : path;
    throw new RangeError(`${where}: the file cannot be read`);
  }
  return JSON.stringify(document.value ?? null);
}
