/** A moment as GitHub writes it: UTC, whole seconds. */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function momentOrNull(at: number | undefined | null): string | null {
  return at === undefined || at === null ? null : moment(at);
}

/** An opaque id in GitHub's style. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString("base64url")}`;
}
