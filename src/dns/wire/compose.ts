import type { Name } from "../name-type.ts";
import type { RRType } from "../type.ts";
import { CLASS, OPCODE, RCODE } from "./codes.ts";
import type { Edns, Message } from "./message.ts";

export interface QueryOptions {
  readonly id?: number;
  readonly class?: number;
  readonly edns?: Edns;
}

/** A question to an authoritative server: opcode QUERY, recursion not desired. */
export function queryMessage(name: Name, type: RRType, options: QueryOptions = {}): Message {
  return {
    id: options.id ?? 0,
    flags: {
      qr: false,
      aa: false,
      tc: false,
      rd: false,
      ra: false,
      opcode: OPCODE.QUERY,
      rcode: RCODE.NOERROR,
    },
    question: [{ name, type, class: options.class ?? CLASS.IN }],
    answer: [],
    authority: [],
    additional: [],
    ...(options.edns && { edns: options.edns }),
  };
}

export interface ReplyOptions {
  readonly rcode: number;
  readonly aa?: boolean;
  readonly edns?: Edns;
}

/** The response to `query` with empty sections: its id, opcode, RD flag and question. */
export function replyTo(query: Message, options: ReplyOptions): Message {
  const { opcode, rd } = query.flags;
  return {
    id: query.id,
    flags: { qr: true, aa: options.aa ?? false, tc: false, rd, ra: false, opcode, rcode: options.rcode },
    question: query.question,
    answer: [],
    authority: [],
    additional: [],
    ...(options.edns && { edns: options.edns }),
  };
}
