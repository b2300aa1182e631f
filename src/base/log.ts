import { createRequire } from "node:module";

/** Fields that go with every line about one thing: `delivery`, `repo`, `pull`, `head`, `lane` and the like. */
export type LogFields = Record<string, unknown>;

/** Messages are static text; what varies goes into fields. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
}

const secretPatterns: readonly RegExp[] = [
  /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_.-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** Takes GitHub tokens, JWTs and private keys out of text before it is logged, stored or shown. */
export function redact(text: string): string {
  return secretPatterns.reduce((kept, pattern) => kept.replace(pattern, "[redacted]"), text);
}

const secretKeys = ["token", "secret", "privateKey", "authorization", "password", "key"];

/** A JSON-lines log on stderr. `level` is pino's: debug, info, warn, error or silent. */
export function createLog(level: string): Log {
  // Loaded here: most of the program's commands make no log, and pino takes longer to load than some of them to run.
  const { pino } = createRequire(import.meta.url)("pino") as typeof import("pino");
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
      formatters: { log: redactFields },
    },
    pino.destination({ dest: 2, sync: true }),
  ) as unknown as Log;
}

function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error
        ? { name: value.name, message: redact(value.message), stack: redact(value.stack ?? "") }
        : typeof value === "string"
          ? redact(value)
          : value,
    ]),
  );
}

/** A log that says nothing, for tests. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};
