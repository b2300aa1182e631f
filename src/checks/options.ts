import { z } from "zod";
import { type Name, NameError, parseName, parseTtl, type RRType, TYPE, typeCode } from "../dns/index.ts";
import { hintFor } from "./hint.ts";
import { type NamePattern, parseNamePattern } from "./name-pattern.ts";
import { type Network, parseNetwork } from "./network.ts";

/** An object with these keys and no others. Those that are not known get a suggestion, one line each (see readIssues). */
export function closed<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => `unknown key ${JSON.stringify(key)}${hintFor(key, known)}`).join("\n")
        : undefined,
  });
}

/** A domain name; always absolute, with or without its final dot. */
export const nameOption = z.string().transform((text, context): Name => {
  try {
    return parseName(text.endsWith(".") ? text : `${text}.`);
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    context.addIssue({ code: "custom", message: `"${text}" is no domain name: ${error.message}` });
    return z.NEVER;
  }
});

/** A name, or a pattern of names with `*` and `?` in its labels. */
const namePatternOption = z.string().transform((text, context): NamePattern => {
  const problem = (message: string): never => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  try {
    const pattern = parseNamePattern(text);
    return typeof pattern === "string" ? problem(pattern) : pattern;
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    return problem(`"${text}" is no pattern of names: ${error.message}`);
  }
});

/** One name or pattern, or several. */
export const namePatternsOption = z.preprocess(asSequence, z.array(namePatternOption).min(1).max(10_000));

/** Seconds, or a time with units as zone files have it: "1h30m". */
export const secondsOption = z.union([z.number(), z.string()]).transform((value, context): number => {
  const seconds = typeof value === "number" ? value : parseTtl(value);
  if (seconds !== undefined && Number.isInteger(seconds) && seconds >= 0) return seconds;
  context.addIssue({ code: "custom", message: `"${value}" is no time: write seconds, or 1h30m` });
  return z.NEVER;
});

/** Bounds of a number; at least one of the two. */
export function rangeOf<T extends z.ZodType<number>>(bound: T) {
  return closed({ min: bound.optional(), max: bound.optional() }).refine(
    ({ min, max }) => min !== undefined || max !== undefined,
    { error: "says neither min nor max" },
  );
}

/** Whether what leaves the repository's zones is taken to be right. */
export const externalOption = z.enum(["ok", "fails"]).default("fails");

/** A record type by its mnemonic. */
export const typeOption = z.string().transform((text, context): RRType => {
  const type = typeCode(text);
  if (type !== undefined) return type;
  context.addIssue({ code: "custom", message: `"${text}" is no record type` });
  return z.NEVER;
});

/** A type of address: A or AAAA. */
export const addressTypeOption = typeOption.refine((type) => type === TYPE.A || type === TYPE.AAAA, {
  error: "a target has addresses of type A and AAAA, and of no other",
});

/** A network in CIDR form. */
export const networkOption = z.string().transform((text, context): Network => {
  const network = parseNetwork(text);
  if (typeof network !== "string") return network;
  context.addIssue({ code: "custom", message: network });
  return z.NEVER;
});

/** One record type or several. */
export const typesOption = z.preprocess(asSequence, z.array(typeOption).min(1));

/** One network or several: an address has to be in one of them. */
export const networksOption = z.preprocess(asSequence, z.array(networkOption).min(1));

/** Where several values may stand, one may stand alone. */
export function asSequence(value: unknown): unknown {
  return typeof value === "string" ? [value] : value;
}
