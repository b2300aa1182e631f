import { messageOf } from "../../../base/index.ts";
import { excerpt } from "../../excerpt.ts";
import { nameToWire, wireFromText } from "../../name-wire.ts";
import type { OctetWriter } from "../../octets.ts";
import type { RdataName } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member, NameUse } from "../layout.ts";
import type { WireReader } from "../wire-reader.ts";

/** A domain name; `what` names it in messages: "the target host". */
export function nameMember(what: string, use: NameUse): Member {
  return {
    parse: (fields, out) => parseNameField(fields, out, what),
    print: (wire) => wire.name(),
    names: (wire) => [readName(wire, use)],
  };
}

/** Names in any number, up to the end; `what` is one of them. */
export function namesMember(what: string, use: NameUse): Member {
  return {
    parse(fields, out) {
      while (!fields.atEnd) parseNameField(fields, out, what);
    },
    print(wire) {
      const texts: string[] = [];
      while (!wire.atEnd) texts.push(wire.name());
      return texts.join(" ");
    },
    names(wire) {
      const names: RdataName[] = [];
      while (!wire.atEnd) names.push(readName(wire, use));
      return names;
    },
  };
}

/** Reads the next token as a name, completed with the origin where it is relative. */
export function parseNameField(fields: FieldReader, out: OctetWriter, what: string): void {
  const text = fields.word(what);
  try {
    out.octets(wireFromText(text, nameToWire(fields.origin)));
  } catch (error) {
    throw fields.error(`${excerpt(text)} is not ${what}: ${messageOf(error)}`, what);
  }
}

/** Reads a name off the wire, with its place. */
export function readName(wire: WireReader, use: NameUse): RdataName {
  const offset = wire.at;
  const name = wire.name();
  return { name, offset, length: wire.at - offset, ...use };
}
