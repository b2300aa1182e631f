import { TYPE, typeName } from "../dns/index.ts";
import type { Fields } from "./fields.ts";
import { endOfEntry, replacement, report, reportAt } from "./report.ts";
import type { Source, ZoneState } from "./zone-state.ts";

const LARGEST_TTL = 0x7fff_ffff;
const LARGEST_NUMBER = 0xffff_ffff;

/**
 * The TTL of the record just read: its own, else `$TTL` (RFC 2308 §4), else the TTL of the record before it
 * (RFC 1035 §5.1), else the SOA minimum. Undefined, with an error, if there is none to be had. The record's data is
 * the first `length` octets of `rdata`.
 */
export function resolveTtl(
  state: ZoneState,
  source: Source,
  fields: Fields,
  type: number,
  rdata: Uint8Array,
  length: number,
): number | undefined {
  if (fields.ttl >= 0) return explicitTtl(state, source, fields);
  if (state.defaultTtl !== undefined) {
    if (state.ttlLeakedFrom !== undefined) tellLeak(state, source, state.ttlLeakedFrom);
    return state.defaultTtl;
  }
  if (state.lastTtl !== undefined) {
    if (!state.inheritanceTold) tellInheritance(state, source, state.lastTtl);
    return state.lastTtl;
  }
  if (type === TYPE.SOA) return soaMinimum(state, source, rdata, length);
  if (state.soaSeen) return 0;
  const message = `${typeName(type)} record has no TTL: expected a TTL here, or a $TTL directive before it`;
  state.reporter.report("ttl-missing", endOfEntry(source), message, { severity: "error" });
  return undefined;
}

function explicitTtl(state: ZoneState, source: Source, fields: Fields): number | undefined {
  const value = fields.ttlValue;
  if (value > LARGEST_TTL) {
    const message = `TTL ${value} is too large: expected at most ${LARGEST_TTL} seconds`;
    reportAt(state, source, "ttl-overflow", fields.ttl, message);
    if (value > LARGEST_NUMBER) return undefined;
  }
  state.lastTtl = value;
  return value;
}

/** As BIND does, the SOA minimum then holds for the whole file, as if it stood in `$TTL`. */
function soaMinimum(state: ZoneState, source: Source, rdata: Uint8Array, length: number): number {
  const view = new DataView(rdata.buffer, rdata.byteOffset, rdata.byteLength);
  const minimum = view.getUint32(length - 4);
  state.defaultTtl = minimum;
  const { file, lexer } = source;
  if (minimum > LARGEST_TTL) {
    const message = `the SOA minimum, ${minimum}, stands in for a TTL and is too large: add a $TTL of at most ${LARGEST_TTL} seconds`;
    reportAt(state, source, "ttl-overflow", lexer.count - 1, message);
    return minimum;
  }
  const place = { file, line: lexer.entryLine, column: 1, endLine: lexer.entryLine, endColumn: 1 };
  const message = `no $TTL and no TTL: the SOA minimum, ${minimum}, is used; other servers take 3600`;
  reportAt(
    state,
    source,
    "ttl-missing",
    0,
    message,
    replacement(place, `add $TTL ${minimum}`, `$TTL ${minimum}\n`),
  );
  return minimum;
}

function tellInheritance(state: ZoneState, source: Source, ttl: number): void {
  state.inheritanceTold = true;
  const message = `no $TTL: this record and those like it take the TTL before them, here ${ttl}; NSD takes 3600`;
  reportAt(state, source, "ttl-rfc1035-inherit", 0, message);
}

function tellLeak(state: ZoneState, source: Source, file: string): void {
  state.ttlLeakedFrom = undefined;
  const message = `$TTL ${state.defaultTtl} comes from the included ${file}; some servers go back to the TTL before it`;
  report(state, "dir-include-ttl-leak", endOfEntry(source), message);
}
