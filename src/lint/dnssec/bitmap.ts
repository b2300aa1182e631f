import { type RRType, typeName } from "../../dns/index.ts";

/** The types in a bitmap (RFC 4034 §4.1.2), ascending if it is well formed; what is cut off is left out. */
export function readTypes(bitmap: Uint8Array): readonly RRType[] {
  const types: RRType[] = [];
  for (let at = 0; at + 2 <= bitmap.length; at += 2 + bitmap[at + 1]!) {
    const end = Math.min(bitmap.length, at + 2 + bitmap[at + 1]!);
    for (let octet = at + 2; octet < end; octet += 1) {
      for (let bit = 0; bit < 8; bit += 1)
        if (bitmap[octet]! & (0x80 >> bit)) types.push(bitmap[at]! * 256 + (octet - at - 2) * 8 + bit);
    }
  }
  return types;
}

/** How a bitmap differs from the types there are, in words; `word` is a type in it that should not be there. */
export function bitmapFault(
  bitmap: Uint8Array,
  wanted: ReadonlySet<RRType>,
): { readonly text: string; readonly word: string | undefined } | undefined {
  const listed = new Set(readTypes(bitmap));
  const missing = [...wanted].filter((type) => !listed.has(type)).map(typeName);
  const surplus = [...listed].filter((type) => !wanted.has(type)).map(typeName);
  if (missing.length + surplus.length === 0) return undefined;
  const lacks = missing.length > 0 ? [`does not list ${missing.slice(0, most).join(", ")}`] : [];
  const claims =
    surplus.length > 0 ? [`lists ${surplus.slice(0, most).join(", ")}, of which there is no record`] : [];
  return { text: [...lacks, ...claims].join(" and "), word: surplus[0] };
}

/** So many types are named. */
const most = 8;
