import { a } from "./a.ts";
import { aaaa } from "./aaaa.ts";
import { caa } from "./caa.ts";
import { cname } from "./cname.ts";
import type { RdataCodec } from "./codec.ts";
import { dname } from "./dname.ts";
import { ds } from "./ds.ts";
import { hinfo } from "./hinfo.ts";
import { https } from "./https.ts";
import { mx } from "./mx.ts";
import { naptr } from "./naptr.ts";
import { ns } from "./ns.ts";
import { ptr } from "./ptr.ts";
import { soa } from "./soa.ts";
import { spf } from "./spf.ts";
import { srv } from "./srv.ts";
import { sshfp } from "./sshfp.ts";
import { svcb } from "./svcb.ts";
import { tlsa } from "./tlsa.ts";
import { txt } from "./txt.ts";

/** Every record type whose RDATA is understood; any other is carried in the generic form of RFC 3597. */
export const rdataCodecs = [
  a,
  aaaa,
  caa,
  cname,
  dname,
  ds,
  hinfo,
  https,
  mx,
  naptr,
  ns,
  ptr,
  soa,
  spf,
  srv,
  sshfp,
  svcb,
  tlsa,
  txt,
] as const;

const byCode: ReadonlyMap<number, RdataCodec> = new Map(rdataCodecs.map((codec) => [codec.code, codec]));

/** How a type's RDATA is written and read; undefined for a type that is only carried. */
export function codecOf(type: number): RdataCodec | undefined {
  return byCode.get(type);
}
