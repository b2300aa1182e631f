import { labelsOf, type Name, parseName } from "../../dns/index.ts";

/** The data of a TLSA or SMIMEA record (RFC 6698 §2.1). */
export interface Association {
  readonly usage: number;
  readonly selector: number;
  readonly matching: number;
  readonly data: Uint8Array;
}

export function readAssociation(rdata: Uint8Array): Association {
  return { usage: rdata[0]!, selector: rdata[1]!, matching: rdata[2]!, data: rdata.subarray(3) };
}

/** The port and the host that the owner of a TLSA record is about; undefined for a name of another form (RFC 6698 §3). */
export function tlsaOwner(owner: Name): { readonly port: string; readonly host: Name } | undefined {
  const [port = "", protocol = "", ...host] = labelsOf(owner);
  const isPort = port === "*" || (/^_\d{1,5}$/.test(port) && Number(port.slice(1)) <= 0xffff);
  if (!isPort || !/^_(?:tcp|udp|sctp|dccp)$/i.test(protocol)) return undefined;
  return { port: port.replace("_", ""), host: parseName(`${host.join(".")}.`) };
}
