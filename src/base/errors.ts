/**
 * An error meant for a reader: `doing` names what was being attempted and on what ("reading zones/a.zone"),
 * `problem` what went wrong, `remedy` what to do about it.
 */
export class ZonewrightError extends Error {
  readonly doing: string;
  readonly problem: string;
  readonly remedy: string | undefined;

  constructor(doing: string, problem: string, remedy?: string, options?: { cause?: unknown }) {
    super(remedy ? `${doing}: ${problem} (${remedy})` : `${doing}: ${problem}`, options);
    this.name = new.target.name;
    this.doing = doing;
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** The caller asked for something that cannot be: the CLI exits 2. */
export class UsageError extends ZonewrightError {}

/** Trying again later may help: a network fault, a busy server, a rate limit. `retryAfter` is in milliseconds. */
export class TransientError extends ZonewrightError {
  readonly retryAfter: number | undefined;

  constructor(
    doing: string,
    problem: string,
    options?: { retryAfter?: number; cause?: unknown; remedy?: string },
  ) {
    super(doing, problem, options?.remedy, options);
    this.retryAfter = options?.retryAfter;
  }
}

/** Something this program promises never happens: our bug, told as such. */
export class InvariantError extends ZonewrightError {}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
