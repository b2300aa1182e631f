import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { period, u32 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** SOA: where a zone starts, who answers for it, its serial and its timers. */
export const soa = {
  mnemonic: "SOA",
  code: TYPE.SOA,
  rfc: "RFC 1035 §3.3.13",
  ...layout(
    nameMember("the name of the primary nameserver", {
      role: "primary",
      compressible: true,
      additional: false,
    }),
    nameMember("the mailbox of who is responsible", {
      role: "mailbox",
      compressible: true,
      additional: false,
    }),
    u32("the serial"),
    period("the refresh interval"),
    period("the retry interval"),
    period("the expire interval"),
    period("the negative caching TTL"),
  ),
  examples: [
    {
      text: "ns.example. host\\.master.example. 4294967295 3600 900 604800 300",
      wire:
        "026e73076578616d706c65000b686f73742e6d6173746572076578616d706c6500" +
        "ffffffff00000e100000038400093a800000012c",
    },
  ],
} as const satisfies RdataCodec;
