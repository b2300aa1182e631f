/**
 * What a file `checks/*.check.ts` can use. It imports `check` and calls it once for each check:
 *
 *     import { check } from "zonewright/checks";
 *
 *     check("www has two addresses", { owner: "@acme/web" }, ({ dns, expect }) => {
 *       expect(dns.resolve("www.acme.example", "A")).toHaveLength(2);
 *     });
 *
 * The file runs in a machine of its own, without network, files, clock, randomness or timers: the same zones always
 * give the same verdict. It can import nothing else; types may be used as in any TypeScript that Node runs.
 */

/** Declares a check. Where there are several views it is run in each of them, or in the one it names. */
export declare const check: {
  (name: string, body: CheckBody): void;
  (name: string, options: CheckOptions, body: CheckBody): void;
};

export type CheckBody = (tools: CheckTools) => void | Promise<void>;

export interface CheckOptions {
  /** Who looks after the check: named where it fails. */
  readonly owner?: string;
  /** The view to run it in. */
  readonly view?: string;
}

export interface CheckTools {
  /** The view that this run asks. */
  readonly view: string;
  readonly dns: Dns;
  /** The zones of this view, or of another. */
  zones(options?: { readonly view?: string }): readonly Zone[];
  /** A data file by its path in the repository: YAML and JSON as they are, CSV as one object for each line. */
  // biome-ignore lint/suspicious/noExplicitAny: only who writes the file knows what is in it.
  inventory(path: string): any;
  /** Data files whose paths match a glob (`*`, `?`, `**`, `{a,b}`), by path; it has to match at least one. */
  config(glob: string): readonly DataFile[];
  /**
   * Runs `body` for every item of a list, or every entry of an object. Each is a case with the label "name=key": one
   * that fails is told, and the others are run as well. There has to be at least one.
   */
  each<Item>(name: string, items: readonly Item[], body: (item: Item, key: string) => void): void;
  each<Value>(
    name: string,
    items: Readonly<Record<string, Value>>,
    body: (value: Value, key: string) => void,
  ): void;
  /** What has to be true of a value. `what` is how the failure calls it: "the TTL of www". */
  expect(value: unknown, what?: string): Matchers;
}

export interface Dns {
  /**
   * Asks as a resolver would: aliases are followed through all zones of the view. An answer that lies outside of them
   * fails the check, unless `external: "ok"` is said.
   */
  resolve(name: string, type: string, options?: ResolveOptions): Answer;
  /** The name whose PTR records tell who has an address: "4.3.2.1.in-addr.arpa." for "1.2.3.4". */
  reverse(address: string): string;
}

export interface ResolveOptions {
  /** The view that is asked; the one that the check runs in, if not given. */
  readonly from?: string;
  readonly external?: "ok" | "fail";
}

export interface Answer {
  /** The name asked for, absolute and in lower case. */
  readonly name: string;
  readonly type: string;
  /** `nodata`: the name is there, this type is not. `loop`: aliases that lead in a circle. */
  readonly kind: "records" | "nodata" | "nxdomain" | "external" | "loop";
  /** Empty unless `kind` is "records". */
  readonly records: readonly DnsRecord[];
  /** The `value` of each record. */
  readonly values: readonly string[];
  /** The least TTL on the way, in seconds. */
  readonly ttl: number;
  /** The name asked for, then each that an alias led to. */
  readonly chain: readonly string[];
}

export interface DnsRecord {
  /** Absolute and in lower case. */
  readonly owner: string;
  readonly type: string;
  /** In seconds. */
  readonly ttl: number;
  /** What a zone file has there, names absolute and in lower case; of TXT the text, its strings joined. */
  readonly value: string;
  /** The name that the record points at: of SRV, MX, CNAME, NS, PTR and others. */
  readonly target?: string;
  /** Of SRV. */
  readonly port?: number;
  /** Of SRV. */
  readonly weight?: number;
  /** Of SRV its priority, of MX its preference. */
  readonly priority?: number;
}

export interface Zone {
  /** Absolute: "acme.example." */
  readonly name: string;
  readonly view: string;
  readonly file: string;
  /** Every record the zone answers with, or those of one type, name by name. */
  records(type?: string): Iterable<DnsRecord>;
}

export interface DataFile {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: only who writes the file knows what is in it.
  readonly value: any;
}

export interface Matchers {
  /** The same value: `Object.is`. */
  toBe(expected: unknown): void;
  /** The same structure, with the same values in it. */
  toEqual(expected: unknown): void;
  /** A text contains a text; a list, or an answer's values, contain something equal. */
  toContain(expected: unknown): void;
  /** A text, or each text of a list, matches. RE2 syntax, which takes linear time and has no look-around. */
  toMatch(pattern: RegExp | string): void;
  /** Of a text, a list, or an answer (its records). */
  toHaveLength(expected: number): void;
  toBeGreaterThan(expected: number): void;
  toBeGreaterThanOrEqual(expected: number): void;
  toBeLessThan(expected: number): void;
  toBeLessThanOrEqual(expected: number): void;
  /** An answer has records. */
  toHaveRecords(): void;
  /** An address, each of a list, or each of an answer, is in the network or in one of them: "10.1.0.0/16". */
  toBeWithin(networks: string | readonly string[]): void;
  /** The opposite. */
  readonly not: Omit<Matchers, "not">;
}
