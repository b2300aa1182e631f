import { rdataToText, typeName } from "../../dns/index.ts";
import type { AnswerForm, SeenRecord } from "./answer-form.ts";

const mostRecords = 5;
const longestText = 300;

/** An answer in words, in bounded, printable ASCII whatever the nameserver sent: "NOERROR: 300 A 192.0.2.1". */
export function describeForm({ status, records }: AnswerForm): string {
  if (records.length === 0) return plainText(status === "NOERROR" ? "no such record (NOERROR)" : status);
  const shown = records.slice(0, mostRecords).map(describeRecord).sort();
  const more = records.length > mostRecords ? [`and ${records.length - mostRecords} more`] : [];
  return plainText(`${status}: ${[...shown, ...more].join("; ")}`);
}

/** Text of unknown origin with everything but printable ASCII written as \u{…}, cut where it gets long. */
export function plainText(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
  return printable.length > longestText ? `${printable.slice(0, longestText - 1)}…` : printable;
}

function describeRecord({ type, ttl, rdata }: SeenRecord): string {
  return `${ttl} ${typeName(type)} ${rdataText(type, rdata)}`;
}

function rdataText(type: number, rdata: Uint8Array): string {
  try {
    return rdataToText(type, rdata);
  } catch {
    return `\\# ${rdata.length} ${Buffer.from(rdata).toString("hex")}`;
  }
}
