import { codeBlock, codeSpan, showInvisible } from "../../base/index.ts";
import type { Plan, ZonePlan } from "../plan.ts";
import { quantity } from "../words.ts";
import { diffLines } from "./diff-lines.ts";
import { affectedSentences, cachedSentences, countsInWords, headline, zoneTitle } from "./sentences.ts";

/** GitHub takes 65,536 characters in a comment; the rest is for what is said around the plan. */
const LIMIT = 65_000;

/** Kept back for the note that says what was cut. */
const NOTE = 300;

/** Characters shown of one record: a TXT record can have 200,000. */
const RECORD = 1_000;

/** Characters shown of a name inside a sentence; with escapes a name can have 1,004. */
const NAME = 300;

/** Sentences under one title. */
const SENTENCES = 20;

/** The plan for a pull request's comment: inert whatever the records say, and never longer than a comment may be. */
export function renderMarkdown(plan: Plan): string {
  const page = new Page(`**${headline(plan)}**`);
  let told = 0;
  for (const zone of plan.zones) {
    if (!page.addZone(zone)) break;
    told += 1;
  }
  const untold = plan.zones.length - told;
  if (untold > 0) page.note(`Cut here: ${quantity(untold, "zone")} not shown, or only in part.`);
  return page.text();
}

class Page {
  readonly #parts: string[];
  #left: number;

  constructor(head: string) {
    this.#parts = [head];
    this.#left = LIMIT - NOTE - head.length;
  }

  /** False where the page had no room for all of the zone. */
  addZone(zone: ZonePlan): boolean {
    if (!this.#add(`#### ${zoneTitle(zone, name)}`) || !this.#add(countsInWords(zone.counts))) return false;
    return (
      this.#addDiff(diffLines(zone.changes)) &&
      this.#addList("Who is affected", affectedSentences(zone.dependants, name)) &&
      this.#addList("How long resolvers may keep what was", cachedSentences(zone.exposure, name))
    );
  }

  note(text: string): void {
    this.#parts.push(`_${text} \`zonewright plan\` shows all._`);
  }

  text(): string {
    return `${this.#parts.join("\n\n")}\n`;
  }

  #add(part: string): boolean {
    if (part.length + 2 > this.#left) return false;
    this.#parts.push(part);
    this.#left -= part.length + 2;
    return true;
  }

  #addDiff(records: readonly string[]): boolean {
    const shown: string[] = [];
    let length = 2 * (RECORD + 20);
    for (const record of records) {
      const line = shorten(showInvisible(record), RECORD);
      length += line.length + 1;
      if (length > this.#left) break;
      shown.push(line);
    }
    if (shown.length > 0) this.#add(codeBlock(shown.join("\n"), "diff"));
    if (shown.length === records.length) return true;
    this.#parts.push(`${quantity(records.length - shown.length, "more line")} of this zone.`);
    return false;
  }

  #addList(title: string, sentences: readonly string[]): boolean {
    if (sentences.length === 0) return true;
    const more = sentences.length - SENTENCES;
    const items = sentences.slice(0, SENTENCES).map((sentence) => `- ${sentence}`);
    if (more > 0) items.push(`- and ${more.toLocaleString("en-GB")} more like these`);
    return this.#add([`**${title}**`, "", ...items].join("\n"));
  }
}

function name(text: string): string {
  return codeSpan(shorten(text, NAME));
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… (${quantity(text.length - most, "more character")})`;
}
