import { type Log, messageOf } from "../../base/index.ts";
import { LeaseLost } from "../errors.ts";
import type { Claim, Hold } from "./lanes.ts";

/**
 * Sends a heartbeat every third of the lease. The signal aborts when one says that the lease is lost, or when none
 * got through for the length of the lease.
 */
export function holdLane(
  claim: Claim,
  leaseMs: number,
  heartbeat: (claim: Claim) => Promise<boolean>,
  log: Log,
): Hold {
  const lost = new AbortController();
  let heldUntil = performance.now() + leaseMs;
  let beating = false;
  const timer = setInterval(() => void beat(), leaseMs / 3);
  timer.unref();

  function lose(): void {
    clearInterval(timer);
    lost.abort(new LeaseLost(claim.key, "sending a heartbeat"));
  }

  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    const sentAt = performance.now();
    try {
      if (await heartbeat(claim)) heldUntil = sentAt + leaseMs;
      else lose();
    } catch (error) {
      log.warn({ lane: claim.key, error: messageOf(error) }, "heartbeat not recorded");
      if (performance.now() >= heldUntil) lose();
    } finally {
      beating = false;
    }
  }

  return { signal: lost.signal, stop: () => clearInterval(timer) };
}
