import { TYPE } from "../../dns/index.ts";
import type { RuleContext } from "../rule.ts";
import { type TxtContext, TxtRecord, textStartsWith } from "../txt.ts";
import { readSpf, type SpfRecord, spfVersion } from "./record.ts";
import { readTerm, type SpfTerm } from "./term.ts";

/** A TXT record that is SPF. */
export interface SpfTxt extends SpfRecord {
  readonly txt: TxtRecord;
  readonly row: number;
}

/**
 * The SPF records of the zone under judgement, in file order; only those that `mayConcern` the rule, where it can tell
 * before they are read. Zones repeat texts and terms: each is read once.
 */
export function spfRecords(
  { zone, once }: TxtContext,
  mayConcern: (txt: TxtRecord) => boolean = () => true,
): SpfTxt[] {
  const records = new Map<string, SpfRecord | undefined>();
  const terms = new Map<string, SpfTerm>();
  const readOnce = (text: string): SpfTerm => {
    const known = terms.get(text);
    if (known) return known;
    const term = readTerm(text);
    terms.set(text, term);
    return term;
  };
  const found: SpfTxt[] = [];
  for (const row of once(spfRows)) {
    const txt = new TxtRecord(zone, row);
    if (!mayConcern(txt)) continue;
    const key = txt.strings.length === 1 ? txt.text : txt.strings.join("\n");
    if (!records.has(key)) records.set(key, readSpf(txt.strings, readOnce));
    const record = records.get(key);
    if (record) found.push({ terms: record.terms, missingSpaces: record.missingSpaces, txt, row });
  }
  return found;
}

/** The rows of TXT records that say they are SPF. */
function spfRows({ zone, rowsOf }: Pick<RuleContext, "zone" | "rowsOf">): readonly number[] {
  return rowsOf(TYPE.TXT).filter((row) => textStartsWith(zone.zone, row, spfVersion));
}
