import { redact } from "../base/index.ts";

const MAX_LENGTH = 2000;

/** An error's text as it is kept: without secrets, and not longer than somebody reads. */
export function keptReason(text: string): string {
  return redact(text).slice(0, MAX_LENGTH);
}
