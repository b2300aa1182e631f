import { messageOf } from "../../../base/index.ts";
import { excerpt } from "../../excerpt.ts";
import { nameToWire, wireFromText } from "../../name-wire.ts";
import type { Member, NameUse } from "../layout.ts";

/** A domain name; `what` names it in messages: "the target host". */
export function nameMember(what: string, use: NameUse): Member {
  return {
    use,
    parse(fields, out) {
      const text = fields.word(what);
      try {
        out.octets(wireFromText(text, nameToWire(fields.origin)));
      } catch (error) {
        throw fields.error(`${excerpt(text)} is not ${what}: ${messageOf(error)}`, what);
      }
    },
    print: (wire) => wire.name(),
  };
}
