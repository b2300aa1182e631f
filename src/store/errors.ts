import { ZonewrightError } from "../base/index.ts";

/** The lease on a lane has ended or gone to another holder: stop at once, write nothing more. */
export class LeaseLost extends ZonewrightError {
  constructor(key: string, doing: string, options?: { cause?: unknown }) {
    super(
      doing,
      `the lease on lane ${key} is lost`,
      "another worker goes on; nothing is to be done here",
      options,
    );
  }
}

/** Thrown by an effect's `act` when the thing certainly did not happen (a refusal, not a lost answer). */
export class EffectRefused extends ZonewrightError {}
