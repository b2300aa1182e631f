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
  const texts = await textsOf(controller, bound, [judged, head]);
  const [from, to] = [texts.get(judged), texts.get(head)];
  return from === undefined || to === undefined ? undefined : lineShift(from, to);
}

/** Blobs as text; those that are not UTF-8 or cannot be read are left out. */
export async function textsOf(
  { reader }: Controller,
  { gateway }: BoundBranch,
  oids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const blobs = await reader.blobs(gateway, oids);
  return new Map(
    [...blobs].flatMap(([oid, octets]) => {
      const text = textOf(octets);
      return text === undefined ? [] : [[oid, text] as const];
    }),
  );
}

function textOf(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return undefined;
  }
}
