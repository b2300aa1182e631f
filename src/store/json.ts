/** A JSON column's text; null for undefined. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The inverse of toJson. */
export function fromJson(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}
