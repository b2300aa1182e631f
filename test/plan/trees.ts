import { parseName } from "../../src/dns/index.ts";
import { type Plan, type PlannedZone, type PlanOptions, planZones } from "../../src/plan/index.ts";
import { parseZone } from "../../src/zonefile/index.ts";

/** Files by path; those that end in ".zone" are zones of that name, in the view that the folder below zones/ names. */
export type Files = Readonly<Record<string, string>>;

/** The start of a zone file: SOA, nameserver and its address, on lines 1 to 3. */
export const start =
  "@ 3600 IN SOA ns1 hostmaster 1 7200 1800 1209600 300\n@ 3600 NS ns1\nns1 3600 A 192.0.2.53\n";

/** The plan between two trees, with the files they come from. */
export function planTrees(before: Files, after: Files, options: PlanOptions = {}): Plan {
  const octets = (files: Files, path: string) =>
    files[path] === undefined ? undefined : Buffer.from(files[path]);
  return planZones(zonesOf(before), zonesOf(after), {
    ...options,
    files: {
      changed: (path) => before[path] !== after[path],
      before: (path) => octets(before, path),
      after: (path) => octets(after, path),
    },
  });
}

function zonesOf(files: Files): PlannedZone[] {
  return Object.keys(files).flatMap((file): PlannedZone[] => {
    const [, view, stem] = /^zones\/(?:(.*)\/)?(.*)\.zone$/.exec(file) ?? [];
    if (stem === undefined) return [];
    const parsed = parseZone({
      file,
      origin: parseName(`${stem}.`),
      read: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
    });
    const wrong = parsed.diagnostics.find(({ severity }) => severity === "error");
    if (wrong) throw new Error(`the test's zone ${file} is wrong: ${wrong.line}: ${wrong.message}`);
    const { zone } = parsed;
    return [{ zone, name: `${stem}.`, view: view ?? "default", serial: "managed", files: parsed.files }];
  });
}
