import type { Edns, Message } from "../../dns/index.ts";

/** The UDP payload size that is sent without fear of fragments (DNS Flag Day 2020), in octets. */
export const ednsSize = 1232;

/** The EDNS to answer with: none where none was asked with, and DO as it came (RFC 3225 §3). */
export function ownEdns(query: Message): Edns | undefined {
  return query.edns && { udpSize: ednsSize, do: query.edns.do, version: 0, options: [] };
}

/** How large an answer may be, in octets. Small over UDP whatever is asked for: source addresses can be forged. */
export function answerLimit(query: Message, transport: "udp" | "tcp"): number {
  if (transport === "tcp") return 0xffff;
  return Math.min(Math.max(query.edns?.udpSize ?? 512, 512), ednsSize);
}
