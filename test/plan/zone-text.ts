import { parseName } from "../../src/dns/index.ts";
import type { PlannedZone } from "../../src/plan/index.ts";
import { parseZone } from "../../src/zonefile/index.ts";

const soa = "@ 3600 IN SOA ns1 hostmaster 1 7200 1800 1209600 300\n@ 3600 NS ns1\nns1 3600 A 192.0.2.53\n";

/** A zone from records as text; a usual SOA, NS and nameserver address come first unless the text has a SOA. */
export function planned(
  name: string,
  records: string,
  more: Partial<Pick<PlannedZone, "view" | "serial">> = {},
): PlannedZone {
  const octets = Buffer.from(`$TTL 3600\n${/\bSOA\b/.test(records) ? "" : soa}${records}\n`);
  const file = `zones/${name}.zone`;
  const { zone, diagnostics } = parseZone({ file, origin: parseName(`${name}.`), read: () => octets });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(`the test's zone is wrong: ${errors[0]!.line}: ${errors[0]!.message}`);
  return { zone, name: `${name}.`, view: "default", serial: "managed", ...more };
}
