import type { CheckResult } from "../checks/index.ts";
import { findingsOf, nextHealth } from "../deploy/index.ts";
import type { CheckHealthRow, CheckPeriodRow } from "../store/index.ts";
import type { CheckedServer } from "./check-servers.ts";

/** Health of every check on every nameserver after the round. What is no longer checked ends with its last look. */
export function nextRows(
  before: readonly CheckHealthRow[],
  checked: readonly CheckedServer[],
  now: number,
): { readonly rows: readonly CheckHealthRow[]; readonly ended: readonly CheckPeriodRow[] } {
  const known = new Map(before.map((row) => [keyOf(row.server, row.slug), row]));
  const rows = new Map<string, CheckHealthRow>();
  const ended: CheckPeriodRow[] = [];
  for (const { server, results } of checked) {
    for (const result of results) {
      const key = keyOf(server.name, result.slug);
      if (rows.has(key)) continue;
      const row = nextRow(known.get(key), server.name, result, now);
      rows.set(key, row.row);
      ended.push(...row.ended);
    }
  }
  for (const [key, { server, slug, verdict, since, at }] of known) {
    if (verdict !== undefined && !rows.has(key)) ended.push({ server, slug, verdict, since, until: at });
  }
  return { rows: [...rows.values()], ended };
}

function nextRow(before: CheckHealthRow | undefined, server: string, result: CheckResult, now: number) {
  const { slug, name, verdict } = result;
  const { health, ended } = nextHealth(before, verdict, now);
  const findings = verdict === "pass" ? [] : findingsOf(result);
  const row: CheckHealthRow = { server, slug, name, ...health, findings };
  return { row, ended: ended ? [{ server, slug, ...ended }] : [] };
}

function keyOf(server: string, slug: string): string {
  return JSON.stringify([server, slug]);
}
