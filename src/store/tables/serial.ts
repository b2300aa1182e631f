const SPACE = 2 ** 32;
const HALF = 2 ** 31;

/** Whether a serial is above another in RFC 1982 order; the undefined distance of exactly half the space is not. */
export function isAbove(serial: number, other: number): boolean {
  const distance = (serial - other + SPACE) % SPACE;
  return distance > 0 && distance < HALF;
}

/** The next serial, without 0, which some servers read as "unset". */
export function successor(serial: number): number {
  return (serial + 1) % SPACE || 1;
}
