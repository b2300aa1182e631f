import { ApiError } from "../api-error.ts";

/** Reads a request's JSON object field by field. Each reader throws ApiError 422 for a value GitHub would refuse. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    this.#values = isObject(body) ? body : {};
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#values[name];
  }

  text(name: string): string {
    return this.optionalText(name) ?? missing(name);
  }

  /** undefined where the field is missing or null. */
  optionalText(name: string): string | undefined {
    const value = this.#values[name] ?? undefined;
    if (value !== undefined && typeof value !== "string") wrong(name, value, "a string");
    return value;
  }

  number(name: string): number {
    return this.optionalNumber(name) ?? missing(name);
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#values[name] ?? undefined;
    if (value !== undefined && typeof value !== "number") wrong(name, value, "a number");
    return value;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#values[name] ?? fallback;
    if (typeof value !== "boolean") wrong(name, value, "a boolean");
    return value;
  }

  /** One of a few words; undefined where the field is missing. */
  choice<const Words extends readonly string[]>(name: string, words: Words): Words[number] | undefined {
    const value = this.optionalText(name);
    if (value !== undefined && !words.includes(value)) {
      throw invalid(
        `Invalid request.\n\n${JSON.stringify(value)} is not a possible value. Must be one of: ${words.join(", ")}.`,
      );
    }
    return value;
  }

  /** A moment in milliseconds. */
  optionalMoment(name: string): number | undefined {
    const value = this.optionalText(name);
    const at = value === undefined ? undefined : Date.parse(value);
    if (Number.isNaN(at)) wrong(name, value, "a date-time");
    return at;
  }

  object(name: string): Fields | undefined {
    const value = this.#values[name] ?? undefined;
    if (value === undefined) return undefined;
    if (!isObject(value)) wrong(name, value, "an object");
    return new Fields(value);
  }

  texts(name: string): string[] | undefined {
    return this.#list(name)?.map((item) =>
      typeof item === "string" ? item : wrong(name, item, "a list of strings"),
    );
  }

  numbers(name: string): number[] | undefined {
    return this.#list(name)?.map((item) =>
      typeof item === "number" ? item : wrong(name, item, "a list of numbers"),
    );
  }

  objects(name: string): Fields[] {
    return (this.#list(name) ?? []).map((item) =>
      isObject(item) ? new Fields(item) : wrong(name, item, "a list of objects"),
    );
  }

  #list(name: string): unknown[] | undefined {
    const value = this.#values[name] ?? undefined;
    if (value !== undefined && !Array.isArray(value)) wrong(name, value, "a list");
    return value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function missing(name: string): never {
  throw invalid(`Invalid request.\n\n"${name}" wasn't supplied.`);
}

function wrong(name: string, value: unknown, wanted: string): never {
  throw invalid(
    `Invalid request.\n\nFor '${name}', ${JSON.stringify(value)?.slice(0, 80)} is not ${wanted}.`,
  );
}

function invalid(message: string): ApiError {
  return new ApiError(422, message, { errors: [] });
}
