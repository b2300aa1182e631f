import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { parseAngle, printAngle } from "./loc/angle.ts";
import { parseAltitude, parseSize, printAltitude, printSize } from "./loc/distance.ts";

/** What RFC 1876 §3 gives sizes and precisions that are left out: 1 m, 10,000 m and 10 m. */
const defaults = [0x12, 0x16, 0x13] as const;

/** Version, size, two precisions, latitude, longitude and altitude, which text has in another order. */
const location: Member = {
  parse(fields, out) {
    const latitude = parseAngle(fields, "latitude");
    const longitude = parseAngle(fields, "longitude");
    const altitude = parseAltitude(fields);
    const sizes = defaults.map((size) => (fields.atEnd ? size : parseSize(fields)));
    out.u8(0);
    out.octets(sizes);
    out.u32(latitude);
    out.u32(longitude);
    out.u32(altitude);
  },
  print(wire) {
    if (wire.u8() !== 0) throw new RdataError("only version 0 of LOC is known");
    const sizes = Array.from(wire.octets(3), printSize);
    const latitude = printAngle(wire.u32(), "latitude");
    const longitude = printAngle(wire.u32(), "longitude");
    return [latitude, longitude, printAltitude(wire.u32()), ...sizes].join(" ");
  },
};

/** LOC: where a host is on the Earth. */
export const loc = {
  mnemonic: "LOC",
  code: TYPE.LOC,
  rfc: "RFC 1876",
  ...layout(location),
  examples: [
    { text: "42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m", wire: "0033161389172dd070be15f000988d20" },
    {
      text: "52 14 5.123 S 0 8 50.000 E 10.05m 0.03m 0.20m 90000000m",
      wire: "0030219974caa8bd8008165000989a6d",
    },
  ],
} as const satisfies RdataCodec;
