import { type Name, typeName } from "../dns/index.ts";
import type { Resolution } from "./resolver.ts";

/** What a question led to, in words: "no such name", "an alias to cdn.example.net., outside the repository's zones". */
export function describeResolution(resolution: Resolution, type: number): string {
  const end = resolution.chain.at(-1)!;
  const alias = resolution.chain.length > 1;
  switch (resolution.kind) {
    case "records":
      return `${resolution.rdata.length} ${typeName(type)} record${resolution.rdata.length === 1 ? "" : "s"}`;
    case "nodata":
      return alias
        ? `an alias to ${end}, which has no ${typeName(type)}`
        : `the name, but no ${typeName(type)} record`;
    case "nxdomain":
      return alias ? `an alias to ${end}, which does not exist` : "no such record";
    case "external":
      return alias
        ? `an alias to ${end}, outside the repository's zones`
        : "a name outside the repository's zones";
    case "loop":
      return "aliases that lead in a circle";
  }
}

/** "www.acme.example. A": how a record is named in messages. */
export function recordName(name: Name, type: number): string {
  return `${name} ${typeName(type)}`;
}

/** Items as a person lists them. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? "nothing" : items.join(", ");
}
