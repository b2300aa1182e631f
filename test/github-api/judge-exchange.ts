import type { ExchangeHook } from "../../src/demo/github/index.ts";
import { Contract, type Violation } from "./contract.ts";

/**
 * Holds everything a stand-in is asked and answers against GitHub's description: `github.onExchange(judgeExchange(…))`.
 * For tests with the bot in another process. `report` gets what is wrong with a request, and the status it was given.
 */
export function judgeExchange(
  report: (violation: Violation, status: number) => void,
  contract: Contract = new Contract(),
): ExchangeHook {
  return (request, { status, body }) => {
    const url = `${request.path}${request.query.size > 0 ? `?${request.query}` : ""}`;
    for (const violation of [
      ...contract.validateRequest(request.method, url, request.body),
      ...contract.validateResponse(request.method, url, status, body),
    ]) {
      report(violation, status);
    }
  };
}
