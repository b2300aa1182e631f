import { showInvisible } from "./markdown.ts";

/** Text between tags: XML's five, after everything XML 1.0 has no place for (§2.2) was made visible or replaced. */
export function xmlText(text: string): string {
  return showInvisible(text.toWellFormed())
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}

/** The value of an attribute, whose white space would be read as blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
