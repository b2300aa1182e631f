import { TYPE } from "../../../dns/index.ts";
import type { RuleContext } from "../../rule.ts";
import { type TxtContext, TxtRecord, textStartsWith } from "../../txt/index.ts";
import { readSpf, type SpfRecord, spfVersion } from "./record.ts";
import { readTerm, type SpfTerm } from "./term.ts";

/** A TXT record that is SPF. */
export interface SpfTxt extends SpfRecord {
  readonly txt: TxtRecord;
  readonly row: number;
}

/**
 * The SPF records of the zone under judgement, in file order; only those that `mayConcern` the rule, where it can tell
 * before they are read. Zones repeat texts and terms: each is read once, for all rules.
 */
export function spfRecords(
  { once }: TxtContext,
  mayConcern: (txt: TxtRecord) => boolean = () => true,
): readonly SpfTxt[] {
  const { texts, reader } = once(spfTexts);
  return texts.flatMap((txt) => {
    const record = mayConcern(txt) ? reader.read(txt) : undefined;
    return record ? [{ ...record, txt, row: txt.row }] : [];
  });
}

/** The TXT records that say they are SPF, and what reads them. */
function spfTexts({ zone, rowsOf }: Pick<RuleContext, "zone" | "rowsOf">): {
  readonly texts: readonly TxtRecord[];
  readonly reader: SpfReader;
} {
  const rows = rowsOf(TYPE.TXT).filter((row) => textStartsWith(zone.zone, row, spfVersion));
  return { texts: rows.map((row) => new TxtRecord(zone, row)), reader: new SpfReader() };
}

/** Reads each text, and each term in them, once. */
class SpfReader {
  readonly #records = new Map<string, SpfRecord | undefined>();
  readonly #terms = new Map<string, SpfTerm>();

  read({ strings, text }: TxtRecord): SpfRecord | undefined {
    const key = strings.length === 1 ? text : strings.join("\n");
    if (!this.#records.has(key))
      this.#records.set(
        key,
        readSpf(strings, (term) => this.#term(term)),
      );
    return this.#records.get(key);
  }

  #term(text: string): SpfTerm {
    const term = this.#terms.get(text) ?? readTerm(text);
    this.#terms.set(text, term);
    return term;
  }
}
