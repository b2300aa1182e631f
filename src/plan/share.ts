/** Zones of fewer records have no shares: half of two is nothing to stop anybody for. */
const LEAST_RECORDS = 10;

/** Percent of a zone's records; undefined where the zone is too small for it to mean anything. */
export function shareOf(records: number, size: number): number | undefined {
  return size < LEAST_RECORDS ? undefined : (100 * records) / size;
}

/** "45 %", "30.1 %": rounded up, so that what is over a limit is shown as over it. */
export function percent(share: number): string {
  return `${Math.ceil(share * 10 - 1e-9) / 10} %`;
}
