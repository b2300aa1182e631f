import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";
import { parametersMember } from "./svcb/parameters.ts";

/** SVCB: where a service is found and how to speak to it; priority 0 makes an alias of the target. */
export const svcb = {
  mnemonic: "SVCB",
  code: TYPE.SVCB,
  rfc: "RFC 9460 §2",
  ...layout(
    u16("the priority"),
    nameMember("the target name", { role: "target", compressible: false, additional: true }),
    parametersMember,
  ),
  examples: [
    {
      text: "0 foo.example.com.",
      wire: "000003666f6f076578616d706c6503636f6d00",
    },
    {
      text: '16 foo.example.org. mandatory=alpn,ipv4hint alpn="h2,h3-19" ipv4hint=192.0.2.1',
      wire: "001003666f6f076578616d706c65036f7267000000000400010004000100090268320568332d313900040004c0000201",
    },
    {
      text: '16 foo.example.org. alpn="f\\\\\\\\oo\\\\,bar,h2"',
      wire: "001003666f6f076578616d706c65036f7267000001000c08665c6f6f2c626172026832",
    },
    {
      text: '1 foo.example.com. key667="hello\\210qoo"',
      wire: "000103666f6f076578616d706c6503636f6d00029b000968656c6c6fd2716f6f",
    },
  ],
} as const satisfies RdataCodec;
