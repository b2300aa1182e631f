const units = [
  ["w", 604_800],
  ["d", 86_400],
  ["h", 3600],
  ["m", 60],
  ["s", 1],
] as const;

/** Seconds as a TTL: with units where the TTL `like` has them, in its case. */
export function writeTtl(seconds: number, like: string | undefined): string {
  if (like === undefined || /^\d+$/.test(like) || seconds === 0) return String(seconds);
  let rest = seconds;
  let text = "";
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += count + unit;
    rest -= count * size;
  }
  return /[A-Z]/.test(like) ? text.toUpperCase() : text;
}
