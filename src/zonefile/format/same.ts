import { Lexer } from "../lexer.ts";
import { isJoined } from "../service-parameters.ts";

/** Whether two files hold the same entries: token for token, with the same owners left out and the same tokens touching. */
export function sameEntries(a: Uint8Array, b: Uint8Array): boolean {
  const [left, right] = [new Lexer(a), new Lexer(b)];
  for (;;) {
    const more = left.next();
    if (more !== right.next()) return false;
    if (!more) return true;
    if (left.broken || right.broken || left.count !== right.count || left.indented !== right.indented)
      return false;
    for (let index = 0; index < left.count; index++) {
      if (left.flags[index] !== right.flags[index] || isJoined(left, index) !== isJoined(right, index))
        return false;
      if (Buffer.compare(tokenOf(left, index), tokenOf(right, index)) !== 0) return false;
    }
  }
}

function tokenOf(lexer: Lexer, index: number): Uint8Array {
  return lexer.octets.subarray(lexer.starts[index], lexer.ends[index]);
}
