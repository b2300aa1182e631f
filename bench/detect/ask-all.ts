import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Severity } from "../../src/diagnostic/index.ts";
import { ZONE_FILE } from "../../test/corpus/triggers/trigger.ts";
import { judged } from "./ours.ts";
import { type Answer, ask, type Installed } from "./tools.ts";

/** A zone's files with what every tool is asked of them. */
export interface Question {
  readonly origin: string;
  readonly files: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly signed: boolean;
  readonly now: number;
  readonly serial?: "managed" | "from-file";
}

/** What everybody says of one zone. */
export interface Heard {
  /** By the tool's name. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** How severe our worst finding of the rule is that is to find it; undefined where there is none. */
  readonly ours: Severity | undefined;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Asks every tool, and all our rules. */
export function askAll(question: Question, tools: readonly Installed[]): Heard {
  const { origin, files, rule, signed, now, serial = "from-file" } = question;
  const folder = mkdtempSync(join(tmpdir(), "zonewright-detect-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const answers = new Map(tools.map((tool) => [tool.name, ask(tool, folder, { origin, signed, now })]));
    const found = judged({ origin, file: ZONE_FILE, files, serial }, "all", now).filter(
      (one) => one.rule === rule,
    );
    const ours = severities.find((severity) => found.some((one) => one.severity === severity));
    return { answers, ours };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
