import { defaultCritical, defaultGuards, type GuardSettings } from "../plan/index.ts";
import { escapeGlob } from "./glob.ts";
import { defaultLintConfig, type LintConfig } from "./lint-config.ts";

/** Where a repository keeps its configuration; read from the base branch. */
export const REPOSITORY_CONFIG_FILE = ".github/zonewright.yml";

/** One line of `zones:` which files are zones, and how they are called and deployed. */
export interface ZoneEntry {
  /** Glob over paths of the repository. */
  readonly files: string;
  /** The zones' name; `{stem}` stands for the file's name without directories and last extension. */
  readonly name: string;
  /** Which audience the zones are for. */
  readonly view: string;
  /** Whether the bot writes the serial or the file does. */
  readonly serial: "managed" | "from-file";
  /** The operator's target; undefined: the one the operator bound the repository to. */
  readonly target: string | undefined;
}

/** One line of `config:` which files are configuration of something else, how they look, and where they are deployed. */
export interface ConfigEntry {
  /** Glob over paths of the repository. */
  readonly files: string;
  /** Path of the JSON Schema that the files, YAML or JSON, have to fit; undefined: they only have to be readable. */
  readonly schema: string | undefined;
  /** The operator's target; undefined: they are judged, and deployed nowhere. */
  readonly target: string | undefined;
}

/** A valid repository configuration, with every default filled in. */
export interface RepositoryConfig {
  readonly version: 1;
  /** For a file, the first entry of each view that matches counts. */
  readonly zones: readonly ZoneEntry[];
  /** For a file, the first entry that matches counts. */
  readonly config: readonly ConfigEntry[];
  /** Globs of the files with semantic checks. */
  readonly checks: readonly string[];
  /** Globs of the files that checks may read. */
  readonly data: readonly string[];
  readonly lint: LintConfig;
  /** Names to look at twice, and what more than usual has to be approved by more people than usual. */
  readonly plan: { readonly critical: readonly string[]; readonly guards: GuardSettings };
  /** `approvals`: how many people must approve, at least 1. */
  readonly policy: { readonly approvals: number };
  readonly merge: { readonly method: "merge" };
  /** `branch`: which branch is deployed; undefined: the repository's default branch. */
  readonly deploy: { readonly branch: string | undefined };
}

/** `zones:` where it is not written: `zones/*.zone`, named by stem, one view, serials by the bot. */
export const defaultZoneEntry: ZoneEntry = {
  files: "zones/*.zone",
  name: "{stem}",
  view: "default",
  serial: "managed",
  target: undefined,
};

/**
 * What holds for a repository without configuration. `origin` names the zones (else their stem does); `files` are
 * paths that are zones (else `zones/*.zone`).
 */
export function defaultRepositoryConfig(origin = "{stem}", files?: readonly string[]): RepositoryConfig {
  const globs = files?.map(escapeGlob) ?? [defaultZoneEntry.files];
  return {
    version: 1,
    zones: globs.map((glob) => ({ ...defaultZoneEntry, files: glob, name: origin })),
    config: [],
    checks: ["checks/*.yml", "checks/*.check.ts"],
    data: [],
    lint: defaultLintConfig,
    plan: { critical: defaultCritical, guards: defaultGuards },
    policy: { approvals: 1 },
    merge: { method: "merge" },
    deploy: { branch: undefined },
  };
}
