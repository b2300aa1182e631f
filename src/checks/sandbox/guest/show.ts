/**
 * Makes what puts a value into words, briefly: a text in quotes, a list with its first items. Runs in the sandbox, from
 * its text: it knows nothing outside of itself, and has taken what it needs before a check could change it.
 */
export function createShow(): (value: unknown) => string {
  const { stringify } = JSON;
  const { isArray } = Array;
  const { keys } = Object;
  const longest = 300;
  const deepest = 4;
  const most = 12;

  function show(value: unknown, depth: number): string {
    if (typeof value === "string")
      return value.length > longest ? `${stringify(value.slice(0, longest))}…` : stringify(value);
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "symbol") return "a symbol";
    if (typeof value === "function") return "a function";
    if (typeof value !== "object" || value === null) return `${value}`;
    if (depth === deepest) return isArray(value) ? "[…]" : "{…}";
    return isArray(value) ? showList(value, depth) : showObject(value as Record<string, unknown>, depth);
  }

  function showList(list: readonly unknown[], depth: number): string {
    let text = "";
    for (let at = 0; at < list.length && at < most; at += 1)
      text += `${at > 0 ? ", " : ""}${show(list[at], depth + 1)}`;
    return `[${text}${list.length > most ? `, … ${list.length} in all` : ""}]`;
  }

  function showObject(object: Readonly<Record<string, unknown>>, depth: number): string {
    const names = keys(object);
    let text = "";
    for (let at = 0; at < names.length && at < most; at += 1) {
      const name = names[at]!;
      text += `${at > 0 ? ", " : ""}${name.slice(0, longest)}: ${show(object[name], depth + 1)}`;
    }
    return `{${text}${names.length > most ? ", …" : ""}}`;
  }

  return (value) => {
    try {
      return show(value, 0);
    } catch {
      return "a value that cannot be shown";
    }
  };
}
