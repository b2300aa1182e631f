/** Kinds of message (RFC 6895 §2.2). */
export const OPCODE = { QUERY: 0, IQUERY: 1, STATUS: 2, NOTIFY: 4, UPDATE: 5 } as const;

/** Response codes (RFC 6895 §2.3). Those above 15 need EDNS. */
export const RCODE = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
  YXRRSET: 7,
  NXRRSET: 8,
  NOTAUTH: 9,
  NOTZONE: 10,
  BADVERS: 16,
} as const;

/** Classes of records and questions; a zone here is always class IN. */
export const CLASS = { IN: 1, CH: 3, HS: 4, NONE: 254, ANY: 255 } as const;

const rcodeNames = new Map<number, string>(Object.entries(RCODE).map(([name, code]) => [code, name]));

/** "NXDOMAIN" for 3; "RCODE 23" for a code that has no name here. */
export function rcodeName(code: number): string {
  return rcodeNames.get(code) ?? `RCODE ${code}`;
}
