import { didYouMean } from "../../../base/index.ts";
import type { Name } from "../../../dns/index.ts";
import { domainSpecFault, literalName, macroStringFault } from "./domain-spec.ts";
import { type Prefix, readLength, readPrefix } from "./prefix.ts";

/** What is wrong with a term, and the text that was probably meant. */
export interface TermProblem {
  readonly message: string;
  readonly instead?: string;
}

/** One term of an SPF record: a mechanism with its qualifier, or a modifier (RFC 7208 §4.6.1). */
export interface SpfTerm {
  readonly text: string;
  /** "" where none is written, which means "+". */
  readonly qualifier: string;
  /** In lower case: "include", "redirect"; "" where nothing of the kind stands at its start. */
  readonly name: string;
  readonly isModifier: boolean;
  /** The domain-spec, without prefix lengths; "" where there is none. */
  readonly domain: string;
  /** The name the domain-spec stands for; undefined where there is none, or a macro decides. */
  readonly target: Name | undefined;
  /** Of ip4 and ip6. */
  readonly prefix: Prefix | undefined;
  readonly problem: TermProblem | undefined;
}

const mechanisms = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"];
const modifiers = ["redirect", "exp"];
/** Modifiers of RFC 6652 §3, which are short enough to be taken for typing errors. */
const otherModifiers = ["ra", "rp", "rr"];
/** What people write for ip4 and ip6. */
const addressWords = ["ip", "ipv4", "ipv6", "ip4", "ip6", "ip-4", "ip-6", "ipv", "ip4-addr"];

/** Reads one term: text without spaces. */
export function readTerm(text: string): SpfTerm {
  const [, qualifier = "", word = "", separator = "", value = ""] =
    /^([+\-?~]?)([a-z][\w.-]*)?([:=/]?)(.*)$/is.exec(text) ?? [];
  const name = word.toLowerCase();
  const term = { text, qualifier, name, isModifier: separator === "=" };
  const read = { domain: "", target: undefined, prefix: undefined, problem: undefined };
  const parts = { qualifier, name, word, separator, value, text };
  if (!/^[!-~]+$/.test(text))
    return { ...term, ...read, problem: { message: "only printable ASCII characters may stand here" } };
  return { ...term, ...read, ...(separator === "=" ? readModifier(parts) : readMechanism(parts)) };
}

interface Parts {
  readonly text: string;
  readonly qualifier: string;
  readonly word: string;
  readonly name: string;
  readonly separator: string;
  readonly value: string;
}

type Reading = Partial<Pick<SpfTerm, "domain" | "target" | "prefix" | "problem">>;

function readModifier({ qualifier, name, word, value }: Parts): Reading {
  if (addressWords.includes(name))
    return { problem: addressProblem(`${word} takes ":", not "="`, qualifier, value) };
  if (mechanisms.includes(name)) {
    const message = `with "=" it is an unknown modifier, which is ignored: the mechanism ${name} takes ":"`;
    return { problem: { message, instead: `${qualifier}${word}:${value}` } };
  }
  if (name === "v") return { problem: { message: "a second version: two records in one" } };
  if (qualifier !== "")
    return { problem: { message: "a modifier takes no qualifier", instead: `${word}=${value}` } };
  if (modifiers.includes(name)) {
    const fault = domainSpecFault(value);
    return fault === undefined
      ? { domain: value, target: literalName(value) }
      : { problem: { message: fault } };
  }
  const near = name.length > 2 && !otherModifiers.includes(name) ? didYouMean(name, modifiers) : undefined;
  if (near) {
    const message = `the modifier "${word}" is unknown and ignored: did you mean ${near}?`;
    return { problem: { message, instead: `${near}=${value}` } };
  }
  const fault = name === "" ? '"=" has no name before it' : macroStringFault(value);
  return fault === undefined ? {} : { problem: { message: fault } };
}

function readMechanism(parts: Parts): Reading {
  const { name, separator, value, qualifier, word } = parts;
  if (separator === "" && value !== "") return { problem: unknownMechanism(parts) };
  switch (name) {
    case "all":
      return separator === ""
        ? {}
        : { problem: { message: "all takes nothing after it", instead: `${qualifier}all` } };
    case "ip4":
    case "ip6":
      return readAddress(parts, name === "ip4" ? 4 : 6);
    case "include":
    case "exists":
    case "ptr":
      if (separator === "/") return { problem: { message: `${name} takes no prefix length` } };
      return readDomain(value, name === "ptr" && separator === "");
    case "a":
    case "mx":
      return readDomainAndLengths(separator === "/" ? `/${value}` : value, separator !== ":");
    case "redirect":
    case "exp":
      return {
        problem: {
          message: `${name} is a modifier and takes "="`,
          ...(value && { instead: `${word}=${value}` }),
        },
      };
    default:
      return { problem: unknownMechanism(parts) };
  }
}

function readAddress({ separator, value, qualifier, name }: Parts, family: 4 | 6): Reading {
  if (separator !== ":" || value === "") return { problem: { message: `${name} takes ":" and an address` } };
  const prefix = readPrefix(value);
  if (prefix?.family === family) return { prefix };
  if (prefix) {
    const message = `${value} is an IPv${prefix.family} address: ip${prefix.family} is meant`;
    return { problem: { message, instead: `${qualifier}ip${prefix.family}:${value}` } };
  }
  const address = readPrefix(value.slice(0, value.indexOf("/")));
  if (address) return { problem: { message: `${value.slice(value.indexOf("/"))} is no length of a prefix` } };
  const isName = /[a-z]/i.test(value) && !value.includes(":") && domainSpecFault(value) === undefined;
  return {
    problem: {
      message: `"${value}" is no IPv${family} address`,
      ...(isName && { instead: `${qualifier}a:${value}` }),
    },
  };
}

function readDomain(domain: string, mayBeMissing: boolean): Reading {
  if (domain === "" && mayBeMissing) return {};
  const fault = domainSpecFault(domain);
  return fault === undefined ? { domain, target: literalName(domain) } : { problem: { message: fault } };
}

function readDomainAndLengths(value: string, mayBeMissing: boolean): Reading {
  const [, domain = "", length4, length6] = /^(.*?)(?:\/(\d{1,9}))?(?:\/\/(\d{1,9}))?$/s.exec(value) ?? [];
  if (length4 !== undefined && readLength(length4, 4) === undefined)
    return { problem: { message: `/${length4} is no length of an IPv4 prefix` } };
  if (length6 !== undefined && readLength(length6, 6) === undefined)
    return { problem: { message: `//${length6} is no length of an IPv6 prefix` } };
  return readDomain(domain, mayBeMissing);
}

function unknownMechanism({ text, qualifier, name, word, separator, value }: Parts): TermProblem {
  const bare = text.slice(qualifier.length);
  const prefix = readPrefix(bare);
  if (prefix) {
    return {
      message: `an address needs "ip${prefix.family}:" before it`,
      instead: `${qualifier}ip${prefix.family}:${bare}`,
    };
  }
  if (addressWords.includes(name)) return addressProblem(`"${word}" is no mechanism`, qualifier, value);
  const cut = /^(all|a|mx|ptr)[.,]+$/i.exec(bare)?.[1];
  if (cut) return { message: `nothing may follow ${cut}`, instead: `${qualifier}${cut}` };
  const near = name.length > 1 ? didYouMean(name, [...mechanisms, ...modifiers]) : undefined;
  if (near !== undefined && !name.includes(".")) {
    const instead = modifiers.includes(near) ? `${near}=${value}` : `${qualifier}${near}${separator}${value}`;
    const isCertain = separator !== "" || near === "all";
    return { message: `"${word}" is no mechanism: did you mean ${near}?`, ...(isCertain && { instead }) };
  }
  if (separator === "" && name.includes("."))
    return { message: `"${word}" is no mechanism: a name stands behind "a:" or "include:"` };
  return { message: `"${bare.slice(0, 60)}" is no mechanism` };
}

/** `ip:192.0.2.1`, and the like. */
function addressProblem(message: string, qualifier: string, value: string): TermProblem {
  const prefix = readPrefix(value);
  if (!prefix) return { message };
  return {
    message: `${message}: ip${prefix.family} is meant`,
    instead: `${qualifier}ip${prefix.family}:${value}`,
  };
}
