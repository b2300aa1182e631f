import { ipv4FromText, type Name, NameError, parseName } from "../../../dns/index.ts";

/** What is wrong with a macro-string (RFC 7208 §7.1); undefined where nothing is. */
export function macroStringFault(text: string, isExplanation = false): string | undefined {
  for (let at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at)) {
    const next = text[at + 1];
    if (next === "%" || next === "_" || next === "-") {
      at += 2;
      continue;
    }
    const close = next === "{" ? text.indexOf("}", at) : -1;
    if (close < 0)
      return `"%" starts a macro, and "${text.slice(at, at + 12)}" is none: write "%%" for the character`;
    const macro = text.slice(at + 2, close);
    const letter = /^([slodiphcrtv])\d{0,3}r?[.\-+,/_=]*$/i.exec(macro)?.[1];
    if (letter === undefined) return `"%{${macro.slice(0, 20)}}" is no macro`;
    if (!isExplanation && /[crt]/i.test(letter))
      return `the macro %{${macro}} is for explanations only (RFC 7208 §7.2)`;
    at = close + 1;
  }
  return undefined;
}

/** What is wrong with a domain-spec: it ends in a top-level label or in a macro (RFC 7208 §7.1). */
export function domainSpecFault(text: string): string | undefined {
  if (text === "") return "a domain name is missing";
  const fault = macroStringFault(text);
  if (fault !== undefined || text.endsWith("}")) return fault;
  if (/^\d/.test(text) && ipv4FromText(text) !== undefined) return `${text} is an address, not a domain name`;
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  const dot = name.lastIndexOf(".");
  if (dot < 0) return `"${name.slice(0, 60)}" is a single label: a domain name has two at least`;
  const top = name.slice(dot + 1);
  const isTop = /^[a-z\d-]+$/i.test(top) && /[a-z-]/i.test(top) && !top.startsWith("-") && !top.endsWith("-");
  if (!isTop) return `"${top.slice(0, 60)}" cannot be the last label of a domain name`;
  return text.includes("..") || text.startsWith(".") ? "it has an empty label" : undefined;
}

/** The name that a domain-spec without macros stands for. */
export function literalName(text: string): Name | undefined {
  if (text === "" || text.includes("%")) return undefined;
  try {
    return parseName(text.endsWith(".") ? text : `${text}.`);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
