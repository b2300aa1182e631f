import { shown } from "../../writing/index.ts";
import type { ValueFault } from "./faults.ts";

/** An address that reports are sent to: the domain behind the "@" of a mailto URI. */
export function reportDomains(value: string): readonly string[] {
  return value.split(",").flatMap((uri) => {
    const domain = /^\s{0,20}mailto:[^@\s]+@([^@\s!?]+)/i.exec(uri)?.[1];
    return domain === undefined ? [] : [domain];
  });
}

/** Checks URIs for reports, separated by commas (RFC 7489 §6.2; RFC 8460 §3): "mailto:" and "https:". */
export function reportUris(value: string): ValueFault | undefined {
  const uris = value.split(",").map((uri) => uri.trim());
  for (const [index, uri] of uris.entries()) {
    const message = uriFault(uri);
    if (message === undefined) continue;
    if (!isMailbox(uri.replace(/^mailto(?::\/\/|;)/i, ""))) return { message };
    const mended = uris.with(index, `mailto:${uri.replace(/^mailto(?::\/\/|;)/i, "")}`);
    return { message, instead: mended.join(",") };
  }
  return undefined;
}

function uriFault(uri: string): string | undefined {
  if (/^https?:\/\/[^\s/]/i.test(uri)) return undefined;
  if (!/^mailto:/i.test(uri)) return `"${shown(uri)}" is no URI: "mailto:" and a mailbox is expected`;
  const mailbox = uri.slice("mailto:".length).replace(/(?:!\d{1,20}[kmgt]?|\?.*)$/is, "");
  return isMailbox(mailbox) ? undefined : `"${shown(uri)}" has no mailbox behind "mailto:"`;
}

function isMailbox(text: string): boolean {
  const [local, domain, ...more] = text.split("@");
  return (
    more.length === 0 &&
    local !== undefined &&
    /^[^\s:/;,]+$/.test(local) &&
    domain !== undefined &&
    /^[a-z\d.-]+(?:![\dkmgt]+)?$/i.test(domain) &&
    domain.includes(".")
  );
}
