import { type CheckResult, loadChecks, runChecks, zoneResolver } from "../../src/checks/index.ts";
import { parseName } from "../../src/dns/index.ts";
import { parseZone } from "../../src/zonefile/index.ts";

/** Zones from their records, by name; a SOA is put on the first line. */
export function zonesOf(records: Readonly<Record<string, string>>) {
  return Object.entries(records).map(([name, text]) => {
    const octets = Buffer.from(`@ 3600 SOA ns1 host 1 7200 1800 1209600 300\n$TTL 300\n${text}\n`);
    return parseZone({ file: `zones/${name}.zone`, origin: parseName(`${name}.`), read: () => octets });
  });
}

/** A resolver over zones given as text. */
export function resolverOf(records: Readonly<Record<string, string>>) {
  return zoneResolver(zonesOf(records));
}

export interface World {
  readonly zones: Readonly<Record<string, string>>;
  readonly before?: Readonly<Record<string, string>>;
}

/** Loads a file of checks that has to be right, and runs it. */
export function run(yaml: string, { zones, before }: World): readonly CheckResult[] {
  const { checks, diagnostics } = loadChecks(
    [{ file: "checks/a.yml", octets: Buffer.from(yaml) }],
    () => undefined,
  );
  if (diagnostics.length > 0) throw new Error(`the test's checks are wrong: ${diagnostics[0]!.message}`);
  const options = before ? { before: new Map([["default", resolverOf(before)]]) } : {};
  return runChecks(checks, new Map([["default", resolverOf(zones)]]), options);
}

/** The failures' messages of one expectation, given as the YAML under `expect:`. */
export function judge(expectation: string, zones: Readonly<Record<string, string>>): readonly string[] {
  const item = expectation.replaceAll("\n", "\n        ");
  const [result] = run(`checks:\n  - name: one\n    expect:\n      - ${item}\n`, { zones });
  return result!.failures.map(({ message }) => message);
}
