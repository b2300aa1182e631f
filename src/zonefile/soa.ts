import type { Fields } from "./fields.ts";
import { reportAt } from "./report.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Whether the SOA just read may stand in the zone: at the apex, and once. Reports it otherwise. */
export function acceptSoa(state: ZoneState, source: Source, fields: Fields, rdata: Uint8Array): boolean {
  if (!isAtApex(state)) {
    const message = `SOA at ${state.owner.name}: a zone has one SOA, at ${state.apex}; this one is left out`;
    reportAt(state, source, "soa-not-apex", fields.type, message);
    return false;
  }
  state.soas++;
  const first = state.soaRdata;
  if (first && Buffer.compare(first, rdata) !== 0) {
    const message = "second SOA with other values than the first: a zone has one; this one is left out";
    reportAt(state, source, "soa-multiple", fields.type, message);
    return false;
  }
  state.soaRdata = rdata;
  return true;
}

/** Whether the current owner, which is in the zone, is the apex. */
export function isAtApex(state: ZoneState): boolean {
  return state.owner.length === state.apexWire.length;
}
