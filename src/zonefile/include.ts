import type { Name } from "../dns/index.ts";
import { directoryOf, resolveInclude } from "./include-path.ts";
import { LIMITS } from "./limits.ts";
import { shown, tokenText } from "./place.ts";
import { reportAt } from "./report.ts";
import { type Source, setOrigin, type ZoneState } from "./zone-state.ts";

/** Reads a file's entries into the zone; given by the caller, since files include files. */
export type FileReader = (
  state: ZoneState,
  file: string,
  octets: Uint8Array,
  parents: readonly string[],
) => void;

const FILE_NAME = 1;

/**
 * Carries out the `$INCLUDE` just read, with `origin` for the included file (undefined: it was no name). Afterwards
 * origin and owner are again what they were before (RFC 1035 §5.1); a `$TTL` stays, as in BIND.
 */
export function readInclude(
  state: ZoneState,
  source: Source,
  origin: Name | undefined,
  readFile: FileReader,
): void {
  const path = pathAt(state, source);
  if (path === undefined || !checkBounds(state, source, path)) return;
  tellBase(state, source, path);
  const octets = state.read(path);
  if (octets === undefined) {
    state.missing.add(path);
    const hint = "the path is relative to this file's directory";
    const message = `included file ${shown(path)} is not in the repository: ${hint}`;
    reportAt(state, source, "dir-include-missing", FILE_NAME, message);
    return;
  }
  if (state.octetsRead + octets.length > LIMITS.octets) {
    const message = `zone is larger than ${LIMITS.octets} octets with its included files: this one is not read`;
    reportAt(state, source, "syn-too-large", FILE_NAME, message);
    return;
  }
  if (origin !== undefined) enter(state, source, { path, octets, origin }, readFile);
}

function enter(
  state: ZoneState,
  source: Source,
  included: { path: string; octets: Uint8Array; origin: Name },
  readFile: FileReader,
): void {
  const { origin, owner, defaultTtl } = state;
  const restoreOwner = owner.save();
  const hadOwner = owner.isSet;
  state.includes++;
  setOrigin(state, included.origin);
  owner.clear();
  state.ownerCrossed = undefined;
  readFile(state, included.path, included.octets, source.chain);
  setOrigin(state, origin);
  if (owner.isSet && hadOwner) state.ownerCrossed = "$INCLUDE";
  restoreOwner();
  if (state.defaultTtl !== defaultTtl && defaultTtl !== undefined) state.ttlLeakedFrom = included.path;
}

function pathAt(state: ZoneState, source: Source): string | undefined {
  const wanted = tokenText(source.lexer, FILE_NAME);
  const resolved = resolveInclude(wanted, source.file);
  if ("path" in resolved) return resolved.path;
  const message = `$INCLUDE ${shown(wanted)} is refused: the path ${resolved.refusal}`;
  reportAt(state, source, "dir-include-escape", FILE_NAME, message);
  return undefined;
}

function checkBounds(state: ZoneState, source: Source, path: string): boolean {
  const tell = (message: string): false => {
    reportAt(state, source, "dir-include-cycle", FILE_NAME, message);
    return false;
  };
  if (source.chain.includes(path)) {
    const road = [...source.chain, path].map(shown).join(" > ");
    return tell(`${shown(path)} includes itself: ${road}`);
  }
  if (source.chain.length > state.maxIncludeDepth) {
    return tell(`$INCLUDE is nested more than ${state.maxIncludeDepth} deep`);
  }
  if (state.includes >= LIMITS.includes) return tell(`zone includes more than ${LIMITS.includes} files`);
  return true;
}

/** Servers look for a relative path from where they run, so that nesting in another directory is read differently. */
function tellBase(state: ZoneState, source: Source, path: string): void {
  const [main] = source.chain;
  if (directoryOf(source.file) === directoryOf(main!)) return;
  const other = resolveInclude(tokenText(source.lexer, FILE_NAME), main!);
  const theirs = "path" in other ? shown(other.path) : "another file";
  const message = `read as ${shown(path)}, relative to this file: BIND and NSD, run where ${shown(main!)} is, look for ${theirs}`;
  reportAt(state, source, "dir-include-base", FILE_NAME, message);
}
