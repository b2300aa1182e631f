import type { SeenComment } from "../../src/demo/index.ts";

/** The comments that carry our hidden mark of a kind, and the head where one is given. */
export function bearsTheMark(
  comments: readonly SeenComment[],
  kind: "plan" | "result",
  head = "",
): SeenComment[] {
  return comments.filter(
    ({ body }) => body.includes(`<!-- zonewright:${kind} -->`) && body.includes(head.slice(0, 7)),
  );
}
