/** Makes what tells whether two values have the same structure and the same values in it. Runs in the sandbox, see `createShow`. */
export function createEqual(): (a: unknown, b: unknown) => boolean {
  const { is, keys, hasOwn } = Object;
  const { isArray } = Array;
  const deepest = 100;

  function equal(a: unknown, b: unknown, depth: number): boolean {
    if (is(a, b)) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (depth > deepest) throw new RangeError("values nested too deeply to be compared");
    if (isArray(a) !== isArray(b)) return false;
    const names = keys(a);
    if (names.length !== keys(b).length) return false;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] as never;
      if (!hasOwn(b, name) || !equal(a[name], b[name], depth + 1)) return false;
    }
    return true;
  }

  return (a, b) => equal(a, b, 0);
}
