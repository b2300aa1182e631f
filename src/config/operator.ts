import type { Diagnostic } from "../diagnostic/index.ts";
import { bindingProblems } from "./bindings.ts";
import { type ConfigDocument, readDocument } from "./document.ts";
import { readGithubSettings } from "./github.ts";
import { issueDiagnostics } from "./issue.ts";
import type { GithubSettings, OperatorConfig, TargetConfig } from "./operator-config.ts";
import { RawOperatorConfig } from "./raw/operator.ts";
import { Secrets } from "./secrets.ts";
import { readTargets, type TargetOptions } from "./targets.ts";

export interface OperatorResult {
  /** Left out when anything is wrong: the process must not start on half a configuration. */
  readonly config?: OperatorConfig;
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
  diagnostics.push(...read.diagnostics);
  const parts = read.document && readParts(read.document, secrets, kinds);
  diagnostics.push(...(parts?.diagnostics ?? []));
  if (diagnostics.length > 0 || !github || !parts?.raw)
    return {
      diagnostics: diagnostics.map((found) => ({ ...found, message: secrets.redact(found.message) })),
    };
  return { config: toValid(parts.raw, github, parts.targets), diagnostics };
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
function toValid(
  raw: RawOperatorConfig,
  github: GithubSettings,
  targets: Record<string, TargetConfig>,
): OperatorConfig {
  const { listen, store, logLevel, publicUrl, sweep, targets: _read, repositories, ...unread } = raw;
  unread satisfies Record<string, never>;
  return {
    listen: { address: listen?.address ?? "127.0.0.1", port: listen?.port ?? 3000 },
    store: { path: store?.path ?? "zonewright.db" },
    logLevel: logLevel ?? "info",
    github,
    targets,
    repositories: repositories.map(({ views, adopt, ...binding }) => ({
      ...binding,
      views: views ?? ["default"],
      ...(adopt !== undefined && { adopt }),
    })),
    sweep: { everyMs: sweep?.every ?? 60_000 },
    ...(publicUrl !== undefined && { publicUrl }),
  };
}
