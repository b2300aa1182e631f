import type { Name } from "../name.ts";
import { OctetWriter } from "../octets.ts";
import { type RdataCodec, RdataError, type RdataField, type RdataName, type RdataNameRole } from "./codec.ts";
import { FieldReader } from "./field-reader.ts";
import { WireReader } from "./wire-reader.ts";

/** One member of RDATA, such as an MX record's preference: how it is written, read and printed. */
export interface Member {
  parse(fields: FieldReader, out: OctetWriter): void;
  print(wire: WireReader): string;
  /** Set where the member is or may hold names: reads it and says which they are. */
  names?(wire: WireReader): readonly RdataName[];
}

/** What holds of every name in that place of a type's RDATA. */
export interface NameUse {
  readonly role: RdataNameRole;
  readonly compressible: boolean;
  readonly additional: boolean;
}

const longestRdata = 65_535;

/** The three functions of a codec whose RDATA is these members, one after the other. */
export function layout(...members: readonly Member[]): Pick<RdataCodec, "parse" | "print" | "names"> {
  return {
    parse(fields: readonly RdataField[], origin: Name): Uint8Array {
      const input = new FieldReader(fields, origin);
      const out = new OctetWriter();
      for (const member of members) member.parse(input, out);
      input.finish();
      if (out.length > longestRdata) {
        throw new RdataError(`the RDATA has ${out.length} octets; a record has at most ${longestRdata}`);
      }
      return out.done();
    },
    print(wire: Uint8Array): string {
      const input = new WireReader(wire);
      const texts = members.map((member) => member.print(input));
      input.finish();
      return texts.filter((text) => text !== "").join(" ");
    },
    names(wire: Uint8Array): readonly RdataName[] {
      const input = new WireReader(wire);
      const names: RdataName[] = [];
      for (const member of members) {
        if (member.names) names.push(...member.names(input));
        else member.print(input);
      }
      input.finish();
      return names;
    },
  };
}
