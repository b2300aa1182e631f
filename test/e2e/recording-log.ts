import type { Log, LogFields } from "../../src/base/index.ts";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly fields: LogFields;
}

/** Keeps every line, with the fields of the logs it was made from. */
export class RecordingLog implements Log {
  readonly lines: LogLine[];
  readonly #fields: LogFields;

  constructor(lines: LogLine[] = [], fields: LogFields = {}) {
    this.lines = lines;
    this.#fields = fields;
  }

  debug(fields: LogFields, message: string): void {
    this.#keep("debug", fields, message);
  }

  info(fields: LogFields, message: string): void {
    this.#keep("info", fields, message);
  }

  warn(fields: LogFields, message: string): void {
    this.#keep("warn", fields, message);
  }

  error(fields: LogFields, message: string): void {
    this.#keep("error", fields, message);
  }

  child(fields: LogFields): Log {
    return new RecordingLog(this.lines, { ...this.#fields, ...fields });
  }

  /** Takes out the lines of a level, so that they count as expected. */
  expect(level: LogLine["level"], message: RegExp): LogLine[] {
    const found = this.lines.filter((line) => line.level === level && message.test(line.message));
    for (const line of found) this.lines.splice(this.lines.indexOf(line), 1);
    return found;
  }

  #keep(level: LogLine["level"], fields: LogFields, message: string): void {
    const all = { ...this.#fields, ...fields };
    const error = all.error instanceof Error ? { error: all.error.message } : {};
    this.lines.push({ level, message, fields: { ...all, ...error } });
  }
}
