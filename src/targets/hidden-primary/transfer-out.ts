import { compareSerial, type Message, RCODE, type RRType, replyTo, TYPE } from "../../dns/index.ts";
import { ownEdns } from "./edns.ts";
import type { PublishedZone } from "./published.ts";

/**
 * Answers AXFR and IXFR. IXFR gets the whole zone, as RFC 1995 §2 allows, or the SOA alone: to who is up to date, and
 * over UDP, which makes the secondary come back over TCP. AXFR is for TCP only (RFC 5936 §4.2).
 */
export function answerTransfer(
  query: Message,
  type: RRType,
  published: PublishedZone,
  transport: "udp" | "tcp",
): Message | AsyncIterable<Uint8Array> | number {
  if (type === TYPE.AXFR) return transport === "tcp" ? published.image.messages(query) : RCODE.FORMERR;
  if (transport === "tcp" && !isUpToDate(query, published)) return published.image.messages(query);
  const edns = ownEdns(query);
  return {
    ...replyTo(query, { rcode: RCODE.NOERROR, aa: true, ...(edns && { edns }) }),
    answer: [published.soa],
  };
}

/** The secondary's own SOA stands in the authority section (RFC 1995 §3). */
function isUpToDate(query: Message, { version }: PublishedZone): boolean {
  const soa = query.authority.find((record) => record.type === TYPE.SOA);
  if (!soa || soa.rdata.length < 22) return false;
  const serial = Buffer.from(soa.rdata).readUInt32BE(soa.rdata.length - 20);
  const order = compareSerial(serial, version.serial);
  return order === 0 || order === 1;
}
