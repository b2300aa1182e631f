import { readFile } from "node:fs/promises";
import { UsageError } from "../base/index.ts";
import {
  defaultRepositoryConfig,
  parseRepositoryConfig,
  type RepositoryConfig,
  zoneFiles,
} from "../config/index.ts";
import { formatDiagnostics } from "../diagnostic/index.ts";
import type { Place } from "./place.ts";
import { readProblem } from "./reading.ts";

/** The config that judges instead of the repository's own; undefined: its own does. Throws UsageError. */
export async function chooseConfig(
  { config, origin }: { readonly config?: string | undefined; readonly origin?: string | undefined },
  places: readonly Place[],
): Promise<RepositoryConfig | undefined> {
  const given = config === undefined ? undefined : await readConfig(config);
  return origin === undefined ? given : configForOne(origin, places, given);
}

/** With a zone's name given there is one zone; checks, which are about all of them, are not run. */
function configForOne(
  origin: string,
  places: readonly Place[],
  given: RepositoryConfig | undefined,
): RepositoryConfig {
  const [place] = places;
  if (place === undefined || places.length > 1 || place.isFolder)
    throw new UsageError("judging with --origin", "it names the zone of one file", "give exactly one file");
  const { zones } = defaultRepositoryConfig(origin, [place.path]);
  const config = { ...(given ?? defaultRepositoryConfig()), zones, checks: [] };
  if (!/[{}]/.test(origin) && zoneFiles(config, [place.path]).zones.length === 1) return config;
  throw new UsageError(
    `reading --origin "${origin}"`,
    "it is no name of a zone",
    "write it like example.org",
  );
}

/** What holds where there is no config: zones where they usually are, and each of these files, named by its stem. */
export function configWithFiles(files: readonly string[]): RepositoryConfig {
  const usual = defaultRepositoryConfig();
  return { ...usual, zones: [...usual.zones, ...defaultRepositoryConfig(undefined, files).zones] };
}

async function readConfig(file: string): Promise<RepositoryConfig> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UsageError(`reading the config ${file}`, readProblem(cause), undefined, { cause });
  });
  const { config, diagnostics } = parseRepositoryConfig(text, file);
  if (config !== undefined) return config;
  throw new UsageError(
    `reading the config ${file}`,
    `it cannot be used\n${formatDiagnostics(diagnostics, "text", { source: () => text }).trimEnd()}`,
  );
}
