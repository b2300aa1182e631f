import { createEqual } from "./equal.ts";
import { createExpect } from "./expect.ts";
import { createGuest } from "./guest.ts";
import { createShow } from "./show.ts";
import { prepareSurroundings } from "./surroundings.ts";
import { createTools } from "./tools.ts";

export type { Guest } from "./guest.ts";

/** Where the sandbox's own code says it is from, in stacks. */
export const GUEST_FILE = "zonewright";

/**
 * The code of the inside of the sandbox: an expression that is a function from `Call` to `Guest`. Functions go in by
 * their text, which is why none of them may use anything that is not in it.
 */
export function guestCode(): string {
  return `"use strict"; (call) => ((${prepareSurroundings})(), ${createGuest})(call, {
    show: (${createShow})(),
    equal: (${createEqual})(),
    createExpect: ${createExpect},
    createTools: ${createTools},
  })`;
}
