import { createRequire } from "node:module";
import { domainToASCII } from "node:url";
import type { Fix } from "../../diagnostic/index.ts";
import { isAtOrBelow, labelsOf, type Name, NameError, nameKey, parseName } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import type { Standing, World } from "../world.ts";
import type { LintZone } from "../zone.ts";

/** The Internet's top-level domains, as labels in lower case. A few relative names in doubt are worth reading it for. */
function topLevelDomains(): ReadonlySet<string> {
  return new Set((createRequire(import.meta.url)("tlds") as string[]).map(domainToASCII));
}

/** Why a relative name was probably meant to be absolute. */
export interface DotEvidence {
  /** The name with the dot. */
  readonly meant: Name;
  readonly because: "exists-in-repository" | "ends-with-origin" | "ends-with-tld";
  /** What is true of the name as completed, in words. */
  readonly standing: string;
}

/**
 * Whether the final dot was forgotten behind a target: `token` as written, `expanded` what it means now, which must
 * not be a name that exists. Undefined when the name is absolute or nothing speaks for the dot.
 */
export function dotEvidence(
  world: World,
  zone: LintZone,
  token: Token,
  expanded: Name,
): DotEvidence | undefined {
  const meant = withDot(token);
  // Completed with the root, it is the same name with the dot.
  if (meant === undefined || nameKey(meant) === nameKey(expanded)) return undefined;
  const reason = because(world, zone, meant, expanded);
  return reason && { meant, because: reason, standing: standingWords[world.standing(expanded, zone.view)] };
}

/**
 * Whether dotEvidence may find anything for a target, however it is written: for most that is seen by the name, and how
 * they are written need not be looked at.
 */
export function mayLackDot(world: World, zone: LintZone, expanded: Name): boolean {
  const labels = labelsOf(nameKey(expanded));
  for (let end = 1; end < labels.length; end += 1) {
    const meant = `${labels.slice(0, end).join(".")}.` as Name;
    if (because(world, zone, meant, expanded) !== undefined) return true;
  }
  return false;
}

/** What speaks for the dot behind a name that was completed. */
function because(
  world: World,
  zone: LintZone,
  meant: Name,
  expanded: Name,
): DotEvidence["because"] | undefined {
  const origin = originOf(expanded, meant);
  if (world.standing(meant, zone.view) === "exists") return "exists-in-repository";
  if (isAtOrBelow(meant, zone.name) || (origin !== "." && isAtOrBelow(meant, origin)))
    return "ends-with-origin";
  // Asked last: that a name does not exist is learnt from all names of a zone.
  const isAbsent = () => world.standing(expanded, zone.view) === "absent";
  return endsWithTld(world, zone, meant, origin) && isAbsent() ? "ends-with-tld" : undefined;
}

const standingWords: Record<Standing, string> = {
  exists: "exists",
  wildcard: "only a wildcard answers",
  absent: "does not exist",
  unknown: "no zone of this repository has",
};

/** The name a token would be with a final dot; undefined where it has one (two are no name), or could not take one. */
export function withDot(token: Token): Name | undefined {
  if (token.quoted || token.text === "@" || /(?<!\\)\.$/.test(token.text)) return undefined;
  try {
    return parseName(`${token.text}.`);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}

/** Writes the dot behind the token. */
export function addDot({ text, span: { endLine: line, endColumn: column } }: Token): Fix {
  return {
    title: `end the name with a dot: "${text}."`,
    edits: [{ line, column, endLine: line, endColumn: column, text: "." }],
  };
}

/** What a relative name was completed with: the completed name is the name as written and the origin, end to end. */
function originOf(expanded: Name, meant: Name): Name {
  return (nameKey(expanded).slice(nameKey(meant).length) || ".") as Name;
}

/**
 * Words such as "app" and "host" are top-level domains too: where the zone has that word as a subdomain, or the name is
 * that word alone, it is more likely meant as it stands.
 */
function endsWithTld(world: World, zone: LintZone, meant: Name, origin: Name): boolean {
  const labels = labelsOf(nameKey(meant));
  const last = labels.at(-1)!;
  if (labels.length < 2 || !world.derived(topLevelDomains).has(last)) return false;
  return world.standing(parseName(last, origin), zone.view) !== "exists";
}
