import { type LineShift, lineShift } from "../pull/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";

/**
 * Where the lines of a judged file stand in the head's file of the same path. The merge result's file is the head's
 * own unless the base changed it too: only then are both read. Undefined where one of them cannot be.
 */
export async function shiftToHead(
  controller: Controller,
  bound: BoundBranch,
  judged: string,
  head: string,
): Promise<LineShift | undefined> {
  if (judged === head) return (line) => line;
  const { reader } = controller;
  const blobs = await reader.blobs(bound.gateway, [judged, head]);
  const [from, to] = [textOf(blobs.get(judged)), textOf(blobs.get(head))];
  return from === undefined || to === undefined ? undefined : lineShift(from, to);
}

/**
 * A file's text as findings count its columns: without the byte order mark it may start with. Undefined where there are
 * no octets, or they are not UTF-8: such a text could not be written back as it was.
 */
export function textOf(octets: Uint8Array | undefined): string | undefined {
  try {
    return octets && new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

/** Whether a file starts with the UTF-8 byte order mark, which its text is without. */
export function startsWithMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
