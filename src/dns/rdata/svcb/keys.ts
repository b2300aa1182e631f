import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import {
  base64,
  dnsPath,
  empty,
  groups,
  ipv4Addresses,
  ipv6Addresses,
  opaque,
  port,
  protocols,
  type ValueForm,
} from "./values.ts";

/** Numbers of the keys that rules depend on. */
export const mandatoryKey = 0;
export const alpnKey = 1;
export const noDefaultAlpnKey = 2;

/** Keys a client must understand: a comma-separated list, in ascending order on the wire (RFC 9460 §8). */
const keyList: ValueForm = {
  parse(text) {
    const written = Buffer.from(text).toString("latin1").split(",");
    const keys = written.map(keyFromText).sort((a, b) => a - b);
    return Uint8Array.from(keys.flatMap((key) => [key >> 8, key & 0xff]));
  },
  print: (wire) => mandatoryKeys(wire).map(keyToText).join(","),
};

/** The keys a `mandatory` value lists; throws RdataError if it is not in order, repeats one or lists itself. */
export function mandatoryKeys(wire: Uint8Array): number[] {
  if (wire.length === 0 || wire.length % 2 !== 0) throw new RdataError("it has to list keys");
  const keys = Array.from({ length: wire.length / 2 }, (_, i) => wire[2 * i]! * 0x100 + wire[2 * i + 1]!);
  if (keys.some((key, i) => i > 0 && key <= keys[i - 1]!))
    throw new RdataError("it lists a key twice or out of order");
  if (keys.includes(mandatoryKey)) throw new RdataError("it lists itself");
  return keys;
}

/** IANA's "Service Parameter Keys (SvcParamKeys)" by number. */
const registered: readonly (readonly [name: string, form: ValueForm])[] = [
  ["mandatory", keyList],
  ["alpn", protocols],
  ["no-default-alpn", empty],
  ["port", port],
  ["ipv4hint", ipv4Addresses],
  ["ech", base64],
  ["ipv6hint", ipv6Addresses],
  ["dohpath", dnsPath],
  ["ohttp", empty],
  ["tls-supported-groups", groups],
];

const numbers: ReadonlyMap<string, number> = new Map(registered.map(([name], number) => [name, number]));

/** A key's registered name, or `keyNNNNN`. */
export function keyToText(key: number): string {
  return registered[key]?.[0] ?? `key${key}`;
}

/** A key's number from its name or `keyNNNNN`, lower case only. @throws RdataError */
export function keyFromText(text: string): number {
  const named = numbers.get(text);
  if (named !== undefined) return named;
  const number = /^key(0|[1-9]\d{0,4})$/.exec(text)?.[1];
  if (number === undefined || Number(number) >= 0xffff) {
    throw new RdataError(`${excerpt(text)} is no service parameter key (lower case, or key0 to key65534)`);
  }
  return Number(number);
}

/** How a key's value is written; a key given as `keyNNNNN` is written as octets. */
export function formOf(key: number): ValueForm {
  return registered[key]?.[1] ?? opaque;
}
