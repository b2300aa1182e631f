import { excerpt } from "../../excerpt.ts";
import type { Member } from "../layout.ts";

/** 64 bits as four groups of up to four hexadecimal digits, without "::" (RFC 6742 §2.1.2). */
export function locatorMember(what: string): Member {
  const expected = `${what} as four groups of hexadecimal digits joined by ":"`;
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      if (!/^[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3}$/i.test(text)) {
        throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      }
      for (const group of text.split(":")) out.u16(Number.parseInt(group, 16));
    },
    print: (wire) => Array.from({ length: 4 }, () => wire.u16().toString(16)).join(":"),
  };
}
