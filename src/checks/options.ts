import { z } from "zod";
import { type Name, NameError, parseName, type RRType, TYPE, typeCode } from "../dns/index.ts";
import { hintFor } from "./hint.ts";
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

/** One network or several: an address has to be in one of them. */
export const networksOption = z.preprocess(asSequence, z.array(networkOption).min(1));

/** Where several values may stand, one may stand alone. */
export function asSequence(value: unknown): unknown {
  return typeof value === "string" ? [value] : value;
}
