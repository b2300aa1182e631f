import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "../base/index.ts";
import {
  type OperatorConfig,
  type OperatorResult,
  type Places,
  parseOperatorConfig,
} from "../config/index.ts";
import { type Diagnostic, formatDiagnostics } from "../diagnostic/index.ts";
import { targetKinds } from "../targets/index.ts";
import { readProblem } from "./reading.ts";

/** The operator's config, with the environment and a `.env` file beside the process. Throws UsageError with positions. */
export async function readOperatorConfig(file: string): Promise<OperatorConfig> {
  const { read, text } = await readFrom(file);
  return read.config ?? refuse(file, text, read.diagnostics);
}

/** What it says of targets and repositories, which does not take the credentials of a GitHub App. Throws UsageError. */
export async function readPlaces(file: string): Promise<Places> {
  const { read, text } = await readFrom(file);
  return read.config ?? read.places ?? refuse(file, text, read.diagnostics);
}

async function readFrom(file: string): Promise<{ readonly read: OperatorResult; readonly text: string }> {
  loadEnvironment();
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    const doing = `reading the operator's config ${file}`;
    throw new UsageError(doing, readProblem(cause), "name it with --config", { cause });
  });
  const folder = dirname(resolve(file));
  const readSecret = (path: string) => readFileSync(resolve(folder, path), "utf8");
  return { read: parseOperatorConfig(text, file, process.env, readSecret, targetKinds), text };
}

function refuse(file: string, text: string, diagnostics: readonly Diagnostic[]): never {
  const source = (name: string) => (name === file ? text : undefined);
  throw new UsageError(
    "reading the operator's config",
    `it cannot be used\n${formatDiagnostics(diagnostics, "text", { source }).trimEnd()}`,
  );
}

function loadEnvironment(): void {
  if (!existsSync(".env")) return;
  try {
    process.loadEnvFile(".env");
  } catch (cause) {
    throw new UsageError("reading .env", readProblem(cause), undefined, { cause });
  }
}
