import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./program.ts";
import { writeZone } from "./readers.ts";
import type { ZoneSource } from "./sources.ts";

interface Signer {
  readonly name: string;
  /** Makes a key for the zone in the folder; gives its name. */
  readonly key: readonly string[];
  readonly sign: (key: string, origin: string) => readonly string[];
}

/** BIND's signer and that of ldns, with NSEC and with NSEC3. */
const signers: readonly Signer[] = [false, true].flatMap((nsec3) => [
  {
    name: `dnssec-signzone${nsec3 ? " with NSEC3" : ""}`,
    key: ["dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-f", "KSK"],
    sign: (key: string, origin: string) => [
      ...["dnssec-signzone", "-q", "-P", "-z", "-S", "-O", "full", "-o", origin, "-f", "signed"],
      ...(nsec3 ? ["-3", "aabbccdd", "-H", "1"] : []),
      ...["-k", key, "example.zone"],
    ],
  },
  {
    name: `ldns-signzone${nsec3 ? " with NSEC3" : ""}`,
    key: ["ldns-keygen", "-a", "ECDSAP256SHA256", "-k"],
    sign: (key: string, origin: string) => [
      ...["ldns-signzone", "-b", "-o", origin, "-f", "signed"],
      ...(nsec3 ? ["-n", "-s", "aabbccdd", "-t", "1"] : []),
      ...["with-origin", key],
    ],
  },
]);

/** A zone signed by each signer with a new key: NSEC or NSEC3, RRSIG and DNSKEY in the signer's own layout. */
export async function signedZones(zone: ZoneSource, scratch: string): Promise<ZoneSource[]> {
  const signed: ZoneSource[] = [];
  for (const { name, key, sign } of signers) {
    const folder = mkdtempSync(join(scratch, "signing-"));
    const withOrigin = `$ORIGIN ${zone.origin}\n${Buffer.from(zone.files["example.zone"]!)}`;
    writeZone(folder, zone.origin, { ...zone.files, "with-origin": withOrigin });
    const made = await outputOf([...key, zone.origin], folder);
    await outputOf(sign(made.trim(), zone.origin), folder);
    const files = { "example.zone": readFileSync(join(folder, "signed")) };
    signed.push({ id: `${zone.id} signed by ${name}`, origin: zone.origin, files, shown: zone.shown });
  }
  return signed;
}

async function outputOf([program, ...args]: readonly string[], folder: string): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program!, args, folder);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout.toString();
}
