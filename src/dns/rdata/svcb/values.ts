import { quoteOctets } from "../../escape.ts";
import { ipv4FromText, ipv6FromText, ipv6ToText } from "../../ip.ts";
import { RdataError } from "../codec.ts";

/** How the value of one service parameter is written; the octets are the text's, escapes already resolved. */
export interface ValueForm {
  /** Wire form; throws RdataError. */
  parse(text: Uint8Array): Uint8Array;
  /** Presentation form, quoted where it has to be, or "" for an empty value; throws RdataError on bad octets. */
  print(wire: Uint8Array): string;
}

const comma = 0x2c;
const backslash = 0x5c;

/** Octets as they are: keys without a form of their own. */
export const opaque: ValueForm = {
  parse: (text) => text,
  print: (wire) => (wire.length === 0 ? "" : quoteOctets(wire)),
};

/** A URI template of DNS over HTTPS: a path with the variable "dns" (RFC 9461 §5). */
export const dnsPath: ValueForm = {
  parse: checkedDnsPath,
  print: (wire) => quoteOctets(checkedDnsPath(wire)),
};

function checkedDnsPath(octets: Uint8Array): Uint8Array {
  const text = Buffer.from(octets).toString("latin1");
  if (!text.startsWith("/") || !variablesOf(text).includes("dns")) {
    throw new RdataError('its value has to be a path with the variable "dns", as in /dns-query{?dns}');
  }
  return octets;
}

/** Variables of a URI template, without operators and modifiers (RFC 6570 §2.2). */
function variablesOf(template: string): string[] {
  const expressions = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, expression]) => expression!);
  return expressions
    .flatMap((expression) => expression.replace(/^[^\w%]/, "").split(","))
    .map((variable) => variable.replace(/(?:\*|:\d{1,4})$/, ""));
}

/** A key that has no value. */
export const empty: ValueForm = {
  parse: withoutValue,
  print: (wire) => String.fromCharCode(...withoutValue(wire)),
};

function withoutValue(octets: Uint8Array): Uint8Array {
  if (octets.length > 0) throw new RdataError("it takes no value");
  return octets;
}

/** A comma-separated list of strings of 1 to 255 octets, in which `\,` is a comma and `\\` a backslash (RFC 9460 appendix A.1). */
export const protocols: ValueForm = {
  parse(text) {
    const items: number[][] = [[]];
    for (let at = 0; at < text.length; at++) {
      if (text[at] === comma) items.push([]);
      else items.at(-1)!.push(text[at] === backslash ? (text[++at] ?? backslash) : text[at]!);
    }
    if (items.some((item) => item.length === 0 || item.length > 255)) {
      throw new RdataError("each protocol has to have 1 to 255 octets");
    }
    return Uint8Array.from(items.flatMap((item) => [item.length, ...item]));
  },
  print(wire) {
    const items: number[][] = [];
    for (let at = 0; at < wire.length; at += 1 + wire[at]!) {
      const item = wire.subarray(at + 1, at + 1 + wire[at]!);
      if (item.length === 0 || item.length !== wire[at])
        throw new RdataError("its list of protocols is cut off");
      items.push(
        [...item].flatMap((octet) => (octet === comma || octet === backslash ? [backslash, octet] : [octet])),
      );
    }
    if (items.length === 0) throw new RdataError("it has no protocol");
    return quoteOctets(Uint8Array.from(items.flatMap((item, i) => (i === 0 ? item : [comma, ...item]))));
  },
};

/** One or more parts of a fixed size, separated by commas. */
function listOf(
  what: string,
  size: number,
  parse: (text: string) => Uint8Array | undefined,
  print: (octets: Uint8Array) => string,
): ValueForm {
  return {
    parse(text) {
      const parts = Buffer.from(text).toString("latin1").split(",").map(parse);
      return Uint8Array.from(
        parts.flatMap((part) => {
          if (part === undefined) throw new RdataError(`its value has to be ${what}, separated by commas`);
          return [...part];
        }),
      );
    },
    print(wire) {
      if (wire.length === 0 || wire.length % size !== 0) throw new RdataError(`its value has to be ${what}`);
      const count = wire.length / size;
      return Array.from({ length: count }, (_, i) => print(wire.subarray(i * size, (i + 1) * size))).join(
        ",",
      );
    },
  };
}

/** A port number: exactly one. */
export const port: ValueForm = {
  parse(text) {
    const written = Buffer.from(text).toString("latin1");
    const octets = u16FromText(written);
    if (octets === undefined) throw new RdataError("its value has to be a port from 0 to 65535");
    return octets;
  },
  print(wire) {
    if (wire.length !== 2) throw new RdataError("its value has to be 2 octets");
    return u16ToText(wire);
  },
};

export const ipv4Addresses = listOf("IPv4 addresses", 4, ipv4FromText, (octets) => octets.join("."));
export const ipv6Addresses = listOf("IPv6 addresses", 16, ipv6FromText, ipv6ToText);
export const groups = listOf("numbers from 0 to 65535", 2, u16FromText, u16ToText);

/** Octets written as base64. */
export const base64: ValueForm = {
  parse(text) {
    const written = Buffer.from(text).toString("latin1");
    const octets = Buffer.from(written, "base64");
    if (octets.length === 0 || octets.toString("base64") !== written) {
      throw new RdataError("its value has to be base64");
    }
    return Uint8Array.from(octets);
  },
  print(wire) {
    if (wire.length === 0) throw new RdataError("its value is missing");
    return Buffer.from(wire).toString("base64");
  },
};

function u16FromText(text: string): Uint8Array | undefined {
  const value = Number(text);
  return /^\d{1,5}$/.test(text) && value <= 0xffff ? Uint8Array.of(value >> 8, value & 0xff) : undefined;
}

function u16ToText(octets: Uint8Array): string {
  return String(octets[0]! * 0x100 + octets[1]!);
}
