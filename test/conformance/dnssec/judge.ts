import { parseName } from "../../../src/dns/index.ts";
import { type LintZone, lint, ruleFamilies } from "../../../src/lint/index.ts";
import { parseZone } from "../../../src/zonefile/index.ts";
import { origin } from "./signing.ts";

const family = ruleFamilies.find(({ about }) => about === "DNSSEC")!.rules;

/** What the DNSSEC rules find in a zone, as `rule: message`. */
export function findings(text: string, now = Date.now()): string[] {
  const name = parseName(origin);
  const octets = Buffer.from(text);
  const { zone, diagnostics, files } = parseZone({ file: "zone", origin: name, read: () => octets });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return errors.map(({ rule, message }) => `${rule}: ${message}`);
  const lintZone: LintZone = {
    zone,
    name,
    view: "default",
    file: "zone",
    files,
    serial: "from-file",
    tokens: () => undefined,
  };
  return lint([lintZone], [lintZone], { rules: family, now }).map(
    ({ rule, severity, message }) => `${rule} ${severity}: ${message}`,
  );
}
