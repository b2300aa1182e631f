import { type Check, type CheckResult, loadChecks, runChecks, zoneResolver } from "../../src/checks/index.ts";
import { parseName } from "../../src/dns/index.ts";
import { parseZone } from "../../src/zonefile/index.ts";

/** Records by the name of their zone. */
export type Zones = Readonly<Record<string, string>>;

/** Zones from their records, by name; a SOA is put on the first line. */
export function zonesOf(records: Zones) {
  return Object.entries(records).map(([name, text]) => {
    const octets = Buffer.from(`@ 3600 SOA ns1 host 1 7200 1800 1209600 300\n$TTL 300\n${text}\n`);
    return parseZone({ file: `zones/${name}.zone`, origin: parseName(`${name}.`), read: () => octets });
  });
}

/** A resolver over zones given as text. */
export function resolverOf(records: Zones) {
  return zoneResolver(zonesOf(records));
}

export interface World {
  readonly zones: Zones;
  readonly before?: Zones;
}

/** Loads a file of checks that has to be right, and runs it. */
export function run(yaml: string, { zones, before }: World): readonly CheckResult[] {
  const checks = checksOf(yaml);
  const options = before ? { before: new Map([["default", resolverOf(before)]]) } : {};
  return runChecks(checks, new Map([["default", resolverOf(zones)]]), options);
}

/** Checks from one file, which has to be right. */
export function checksOf(yaml: string): readonly Check[] {
  const { checks, diagnostics } = loadChecks(
    [{ file: "checks/a.yml", octets: Buffer.from(yaml) }],
    () => undefined,
  );
  if (diagnostics.length > 0) throw new Error(`the test's checks are wrong: ${diagnostics[0]!.message}`);
  return checks;
}

/** The failures' messages of one expectation, given as the YAML under `expect:`, over zones by view. */
export function judgeIn(expectation: string, views: Readonly<Record<string, Zones>>): readonly string[] {
  const item = expectation.replaceAll("\n", "\n        ");
  const resolvers = new Map(Object.entries(views).map(([view, zones]) => [view, resolverOf(zones)]));
  const [result] = runChecks(checksOf(`checks:\n  - name: one\n    expect:\n      - ${item}\n`), resolvers);
  return result!.failures.map(({ message }) => message);
}
