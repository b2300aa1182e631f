import {
  CLASS_IN,
  isMetaType,
  RdataError,
  type RdataField,
  type RRType,
  rdataFromText,
  TYPE,
} from "../dns/index.ts";
import { checkData } from "./data-checks.ts";
import { readFields } from "./fields.ts";
import { NON_ASCII, QUOTED } from "./lexer.ts";
import { LIMITS } from "./limits.ts";
import { inheritOwner, readOwner } from "./owner.ts";
import { tokenOctetText, tokenText } from "./place.ts";
import { writePlainRdata } from "./plain-rdata.ts";
import { tellRdataFault } from "./rdata-faults.ts";
import { reportAt } from "./report.ts";
import { isJoined } from "./service-parameters.ts";
import { acceptSoa, isAtApex } from "./soa.ts";
import { resolveTtl } from "./ttl.ts";
import { checkTypeAge, tellForeignComment, tellTypeFault } from "./type-faults.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Reads the entry as a record, `owner` being the token of its owner (-1: inherited), and adds it to the zone. */
export function readRecord(state: ZoneState, source: Source, owner = source.lexer.indented ? -1 : 0): void {
  const { lexer } = source;
  const { fields } = state;
  readFields(lexer, fields, owner);
  if (lexer.leadingParenthesis >= 0) tellLeadingParenthesis(state, source);
  const type = fields.typeCode;
  if (type === undefined || isMetaType(type)) {
    if (owner >= 0 && tellForeignComment(state, source)) return;
    tellTypeFault(state, source, fields);
    if (owner >= 0) readOwner(state, source, owner);
    return;
  }
  if (owner >= 0) readOwner(state, source, owner);
  else if (!inheritOwner(state, source)) {
    if (type === TYPE.SOA) state.soaSeen = true;
    return;
  }
  if (fields.classCode !== CLASS_IN) {
    const message = `class ${tokenText(lexer, fields.class)}: expected IN, the class of the zone`;
    reportAt(state, source, "syn-class-mismatch", fields.class, message);
    return;
  }
  const length = writePlainRdata(lexer, fields.rdata, type, state.originWire, state.scratch);
  if (length >= 0) place(state, source, type, state.scratch, length);
  else readOddData(state, source, type);
}

/** Takes note of the owner of a record that cannot be read otherwise, for those that inherit it. */
export function keepOwner(state: ZoneState, source: Source): void {
  const { lexer } = source;
  if (lexer.count === 0) return;
  if (!state.soaSeen) noteSoa(state, source);
  if (lexer.indented) return;
  const problem = lexer.broken ? lexer.problems[0] : undefined;
  const isSuspect = (problem && problem.start < lexer.ends[0]!) || lexer.flags[0]! & NON_ASCII;
  if (isSuspect) state.owner.setUnreadable();
  else readOwner(state, source, 0);
}

/** Takes note that there is an SOA, though it cannot be read: then it is not missing. */
function noteSoa(state: ZoneState, { lexer }: Source): void {
  readFields(lexer, state.fields);
  if (state.fields.typeCode === TYPE.SOA) state.soaSeen = true;
}

/** Data that is not of the commonest form, or not data of the type at all. */
function readOddData(state: ZoneState, source: Source, type: RRType): void {
  const { lexer } = source;
  const { fields } = state;
  if (!checkTypeAge(state, source, fields, type)) return;
  const isApexSoa = type === TYPE.SOA && (state.owner.id < 0 || isAtApex(state));
  if (isApexSoa) state.soaSeen = true;
  const data: RdataField[] = [];
  for (let index = fields.rdata; index < lexer.count; index++) {
    const quoted = (lexer.flags[index]! & QUOTED) !== 0;
    data.push({ text: tokenOctetText(lexer, index), quoted, joined: isJoined(lexer, index) });
  }
  let rdata: Uint8Array;
  try {
    rdata = rdataFromText(type, data, state.origin);
  } catch (error) {
    if (!(error instanceof RdataError)) throw error;
    tellRdataFault(state, source, fields, type, data, error);
    return;
  }
  checkData(state, source, fields, type, rdata);
  if (type === TYPE.SOA && state.owner.id >= 0 && !acceptSoa(state, source, fields, rdata)) return;
  place(state, source, type, rdata, rdata.length);
}

/** Adds the record to the zone, unless its owner is none of the zone or its TTL is none. */
function place(state: ZoneState, source: Source, type: RRType, octets: Uint8Array, length: number): void {
  const ttl = resolveTtl(state, source, state.fields, type, octets, length);
  const { owner } = state;
  if (ttl === undefined || owner.id < 0) return;
  state.dataOctets += owner.length + length;
  if (state.dataOctets > LIMITS.dataOctets) {
    tellTooLarge(state, source);
    return;
  }
  const { entryLine, entryOffset } = source.standsAt;
  state.builder.addWire(owner.id, type, ttl, octets, 0, length, source.fileId, entryLine, entryOffset);
}

function tellTooLarge(state: ZoneState, source: Source): void {
  const message = `zone holds more than ${LIMITS.dataOctets} octets of names and data: the rest is not read`;
  reportAt(state, source, "syn-too-large", 0, message);
  state.stopped = true;
}

function tellLeadingParenthesis(state: ZoneState, source: Source): void {
  const message = '"(" before the owner: several servers refuse that; put it after the type';
  reportAt(state, source, "syn-leading-paren", 0, message);
}
