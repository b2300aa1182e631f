import { fileSpan, InvariantError, type Span, sha256 } from "../../base/index.ts";
import type { Diagnostic, Severity } from "../../diagnostic/index.ts";
import { canonicalRdata, contentHash, TYPE, typeName, type Zone } from "../../dns/index.ts";
import type { Finding, Rule } from "../rule.ts";
import type { RuleState } from "../settings.ts";
import type { LintZone } from "../zone.ts";
import type { ZoneFacts } from "./context.ts";

/** Findings of one rule in one zone that are made: a zone with more of them has one fault, many times. */
export const mostFindings = 20_000;

/** What one rule finds in one zone. */
export class Findings {
  readonly #facts: ZoneFacts;
  readonly #rule: Rule;
  readonly #stateIn: (file: string) => RuleState | undefined;
  readonly #told: Diagnostic[] = [];
  #more = 0;

  constructor(facts: ZoneFacts, rule: Rule, stateIn: (file: string) => RuleState | undefined) {
    this.#facts = facts;
    this.#rule = rule;
    this.#stateIn = stateIn;
  }

  /**
   * Findings in files where the rule is off are left out; those behind the first many are counted, and not made. Throws
   * where one is more severe than the rule says it can be: what is counted only would be taken for less than it is.
   */
  add(one: Finding | (() => Finding)): void {
    if (this.#told.length === mostFindings) {
      this.#more += 1;
      return;
    }
    const finding = typeof one === "function" ? one() : one;
    const { zone } = this.#facts;
    const span = finding.span ?? spanOf(zone, finding.row);
    const state = this.#stateIn(span.file);
    if (!state) return;
    const { id, severity, mostSevere = severity } = this.#rule;
    if (finding.severity && isWorse(finding.severity, mostSevere))
      throw new InvariantError(`reporting ${id}`, `it declares findings of ${mostSevere} at most`);
    const row = finding.row ?? (finding.span && this.#facts.rowAt(span.file, span.line));
    const subject = row === undefined ? "" : subjectOf(zone.zone, row);
    this.#told.push({ ...toDiagnostic(this.#rule, finding, span, state), subject });
  }

  /**
   * Those made and, of the zone's file, how many more there are: as severe as any of them may be, and never known before
   * where the zone is another, since nobody looked which they are.
   */
  get diagnostics(): readonly Diagnostic[] {
    if (this.#more === 0) return this.#told;
    const { id, structural, severity, mostSevere = severity } = this.#rule;
    const { zone } = this.#facts;
    const rest = {
      ...fileSpan(zone.file),
      rule: id,
      severity: structural ? severity : (this.#stateIn(zone.file)?.severity ?? mostSevere),
      message: `${count(this.#more)} more findings of this rule in ${zone.name}: the first ${count(mostFindings)} are listed; mend what they have in common, or switch the rule off for this zone`,
      subject: contentHash(zone.zone),
    };
    return [...this.#told, rest];
  }
}

/** The record as it is wherever it stands. The SOA is one for its serial changes with everything. */
function subjectOf(zone: Zone, row: number): string {
  const type = zone.type(row);
  const record = `${zone.ownerKey(row)} ${typeName(type)}`;
  if (type === TYPE.SOA) return record;
  return `${record} ${sha256(canonicalRdata(type, zone.rdata(row))).slice(0, 16)}`;
}

function isWorse(a: Severity, b: Severity): boolean {
  const order = ["info", "warning", "error"];
  return order.indexOf(a) > order.indexOf(b);
}

function toDiagnostic(rule: Rule, finding: Finding, span: Span, state: RuleState): Diagnostic {
  const { file, line, column, endLine, endColumn } = span;
  return {
    file,
    line,
    column,
    endLine,
    endColumn,
    rule: rule.id,
    severity: rule.structural ? rule.severity : (state.severity ?? finding.severity ?? rule.severity),
    message: finding.message,
    ...(finding.fix && { fix: finding.fix }),
  };
}

/** Where a record stands, as exactly as is known. */
function spanOf(zone: LintZone, row: number | undefined): Span {
  if (row === undefined) return fileSpan(zone.file);
  const written = zone.tokens(row)?.span;
  if (written) return written;
  const { file, line } = zone.zone.place(row);
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

function count(number: number): string {
  return number.toLocaleString("en");
}
