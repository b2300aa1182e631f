import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";
import { parametersMember } from "./svcb/parameters.ts";

/** HTTPS: SVCB for web servers. */
export const https = {
  mnemonic: "HTTPS",
  code: TYPE.HTTPS,
  rfc: "RFC 9460 §9",
  ...layout(
    u16("the priority"),
    nameMember("the target name", { role: "target", compressible: false, additional: true }),
    parametersMember,
  ),
  examples: [
    {
      text: '1 . alpn="h2" no-default-alpn port=8443 ipv6hint=2001:db8::1,2001:db8::53:1',
      wire: "00010000010003026832000200000003000220fb0006002020010db800000000000000000000000120010db8000000000000000000530001",
    },
    {
      text: "1 . ech=AEj+DQ== ohttp tls-supported-groups=29,23",
      wire: "000100000500040048fe0d0008000000090004001d0017",
    },
  ],
} as const satisfies RdataCodec;
