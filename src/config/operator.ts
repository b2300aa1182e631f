import { defaultLimits } from "../checks/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { bindingProblems } from "./bindings.ts";
import { type ConfigDocument, readDocument } from "./document.ts";
import { readGithubSettings } from "./github.ts";
import { issueDiagnostics } from "./issue.ts";
import type { GithubSettings, OperatorConfig, TargetConfig } from "./operator-config.ts";
import { RawOperatorConfig } from "./raw/operator.ts";
import { Secrets } from "./secrets.ts";
import { readTargets, type TargetOptions } from "./targets.ts";

/** What is deployed from where to where. */
export type Places = Pick<OperatorConfig, "targets" | "repositories">;

export interface OperatorResult {
  /** Left out when anything is wrong: the process must not start on half a configuration. */
  readonly config?: OperatorConfig;
  /** What the file says of places, where only the environment lacks something: what it takes to be a GitHub App. */
  readonly places?: Places;
  /** In no message is there a secret. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads the operator's configuration. `file` is named in positions; `env` is the process's environment, where the
 * GitHub settings come from; findings about it are in the file "environment". In the options of targets, texts of the
 * form `env:NAME` and `file:PATH` are replaced by what they refer to; `readSecret` reads such a file, or throws.
 */
export function parseOperatorConfig(
  text: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  readSecret: (path: string) => string,
  kinds: readonly TargetOptions[],
): OperatorResult {
  const secrets = new Secrets(env, readSecret);
  const { github, diagnostics } = readGithubSettings(secrets);
  const read = readDocument(text, file);
  const parts = read.document && readParts(read.document, secrets, kinds);
  const inFile = [...read.diagnostics, ...(parts?.diagnostics ?? [])];
  diagnostics.push(...inFile);
  const places = inFile.length === 0 && parts?.raw && toPlaces(parts.raw, parts.targets);
  if (diagnostics.length > 0 || !github || !parts?.raw || !places)
    return {
      ...(places && { places }),
      diagnostics: diagnostics.map((found) => ({ ...found, message: secrets.redact(found.message) })),
    };
  return { config: toValid(parts.raw, github, places), diagnostics };
}

interface Parts {
  readonly raw?: RawOperatorConfig;
  readonly targets: Record<string, TargetConfig>;
  readonly diagnostics: Diagnostic[];
}

function readParts(document: ConfigDocument, secrets: Secrets, kinds: readonly TargetOptions[]): Parts {
  const read = RawOperatorConfig.safeParse(document.value);
  if (!read.success)
    return { targets: {}, diagnostics: issueDiagnostics(document, RawOperatorConfig, read.error.issues) };
  const { targets, diagnostics } = readTargets(document, read.data.targets, secrets, kinds);
  return { raw: read.data, targets, diagnostics: [...diagnostics, ...bindingProblems(document, read.data)] };
}

/** Every part is taken out by name, so that a new key that nobody reads does not compile. */
function toValid(raw: RawOperatorConfig, github: GithubSettings, places: Places): OperatorConfig {
  const { listen, store, logLevel, publicUrl, sweep, monitor, sandbox, targets, repositories, ...unread } =
    raw;
  unread satisfies Record<string, never>;
  return {
    listen: { address: listen?.address ?? "127.0.0.1", port: listen?.port ?? 3000 },
    store: { path: store?.path ?? "zonewright.db" },
    logLevel: logLevel ?? "info",
    github,
    ...places,
    sweep: { everyMs: sweep?.every ?? 60_000 },
    monitor: { everyMs: monitor?.every === "off" ? undefined : (monitor?.every ?? 300_000) },
    ...(sandbox && {
      sandbox: {
        timeMs: sandbox.time ?? defaultLimits.timeMs,
        memoryMb: sandbox.memoryMb ?? defaultLimits.memoryMb,
      },
    }),
    ...(publicUrl !== undefined && { publicUrl }),
  };
}

function toPlaces({ repositories }: RawOperatorConfig, targets: Record<string, TargetConfig>): Places {
  return {
    targets,
    repositories: repositories.map(({ views, adopt, ...binding }) => ({
      ...binding,
      views: views ?? ["default"],
      ...(adopt !== undefined && { adopt }),
    })),
  };
}
