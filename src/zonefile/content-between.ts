import { commonStart } from "./common-octets.ts";
import type { Change } from "./trace.ts";

/** Octets by which a place of one content is found in the other. */
const MARK = 64;

/**
 * Where two contents of a file differ in places far from each other: what lies between the contents, with the first of
 * these places as in the later one and the others as in the earlier. Undefined where they do not, or it is not seen.
 */
export function contentBetween(
  earlier: Uint8Array,
  later: Uint8Array,
  { from, sameFrom, moved }: Pick<Change, "from" | "sameFrom" | "moved">,
  spacing: number,
): Uint8Array | undefined {
  const least = 2 * spacing;
  if (Math.min(sameFrom, sameFrom + moved) - from < least) return undefined;
  for (const skipped of [0, spacing >> 6, spacing >> 3, spacing]) {
    const line = earlier.indexOf(0x0a, from + skipped) + 1;
    if (line === 0 || line >= sameFrom) return undefined;
    const mark = earlier.subarray(line, line + Math.min(MARK, spacing));
    const there = indexIn(later, mark, from, line + spacing);
    if (there < 0 || commonStart(earlier.subarray(line), later.subarray(there)) < least) continue;
    return Buffer.concat([later.subarray(0, there), earlier.subarray(line)]);
  }
  return undefined;
}

/** Where `mark` stands in the octets from `from` to `to`; -1 if it does not. */
function indexIn(octets: Uint8Array, mark: Uint8Array, from: number, to: number): number {
  const { buffer, byteOffset } = octets;
  const end = Math.min(to, octets.length);
  const found = Buffer.from(buffer, byteOffset + from, Math.max(0, end - from)).indexOf(mark);
  return found < 0 ? -1 : from + found;
}
