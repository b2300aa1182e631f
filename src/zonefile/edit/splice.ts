/** Put `text`, one octet a character, in the place of the octets from `start` to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file's octets with some of them replaced; the splices do not overlap. */
export function withSplices(octets: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, text } of splices.toSorted((a, b) => a.start - b.start)) {
    parts.push(octets.subarray(done, start), Buffer.from(text, "latin1"));
    done = end;
  }
  parts.push(octets.subarray(done));
  return Buffer.concat(parts);
}
