import type { ServerResult, ZoneStep } from "../../src/deploy/index.ts";
import type { PolicyResult } from "../../src/policy/index.ts";
import { checkFile, judge, zoneFile } from "../evaluation/repository.ts";

export const HEAD = "0123456789abcdef0123456789abcdef01234567";
const ZONE = "zones/acme.example.zone";
const others = { "zones/cdn.example.zone": zoneFile("edge A 192.0.2.80") };
const before = { ...others, [ZONE]: zoneFile("www A 192.0.2.10") };

/** The evaluation of a change that makes these the records of acme.example. */
export function evaluationOf(records: string) {
  return judge(before, { ...others, [ZONE]: zoneFile(records) });
}

/** The same with a check that www has an address, by a team. */
export function checkedEvaluationOf(records: string) {
  const checks = { "checks/web.yml": checkFile("www has an address") };
  return judge({ ...before, ...checks }, { ...others, [ZONE]: zoneFile(records), ...checks });
}

/** Nobody approved yet. */
export const waitingPolicy: PolicyResult = {
  rule: "may merge",
  status: "waiting",
  why: "0 of 1 approval",
  children: [
    { rule: "open and not a draft", status: "satisfied", why: "it is open", children: [] },
    { rule: "approvals", status: "waiting", why: "0 of 1 approval", needs: "somebody", children: [] },
  ],
};

export function result(more: Partial<ServerResult> = {}): ServerResult {
  return {
    server: { name: "ns1", address: "192.0.2.53", port: 53 },
    verdict: "ok",
    serial: 2026112002,
    asked: 3,
    differences: [],
    detail: "",
    at: 0,
    tookMs: 4.4,
    ...more,
  };
}

export function step(more: Partial<ZoneStep> = {}): ZoneStep {
  return {
    zone: "acme.example.",
    view: "default",
    action: "publish",
    contentHash: "hash",
    serial: 2026112002,
    serialBefore: 2026112001,
    results: [result()],
    ...more,
  };
}
