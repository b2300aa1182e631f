const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * Seconds from a master file's TTL: digits alone, or digits each with a unit s, m, h, d or w, in any order and case
 * and summed ("1h30m", "30m1h", "1W"). Undefined if the text is not one. Bounds are the caller's: the number may be
 * larger than any TTL.
 */
export function parseTtl(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^(?:\d+[smhdw])+$/i.test(text)) return undefined;
  let seconds = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)([a-z])/giy)) {
    seconds += Number(digits) * unitSeconds[unit!.toLowerCase()]!;
  }
  return seconds;
}

const spokenUnits: readonly (readonly [seconds: number, one: string, many: string])[] = [
  [604_800, "week", "weeks"],
  [86_400, "day", "days"],
  [3600, "h", "h"],
  [60, "min", "min"],
  [1, "s", "s"],
];

/** A whole number of seconds for people, exactly: "5 min", "1 h 30 min", "2 weeks", "0 s". */
export function formatDuration(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(seconds));
  for (const [size, one, many] of spokenUnits) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`);
  }
  return parts.length > 0 ? parts.join(" ") : "0 s";
}
