import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../zone-readers/program.ts";

export const origin = "example.org.";

/** How a zone is signed. */
export interface Signing {
  readonly algorithm: string;
  readonly chain: "NSEC" | "NSEC3" | "opt-out";
  readonly signer: "dnssec-signzone" | "ldns-signzone";
  readonly source: keyof typeof sources;
  /** As dnssec-signzone takes it; undefined for an hour ago and in 30 days. */
  readonly from?: string;
  readonly until?: string;
  /** Whether ldns-signzone adds the zone's digest, of both kinds. */
  readonly digest?: boolean;
}

/** What a signer may stumble over: empty non-terminals, wildcards, delegations of both kinds, glue, odd names. */
const odd = `$TTL 1h
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS NS2.example.com.
@ MX 10 Mail.Example.Org.
@ TXT "v=spf1 -all" "second string"
ns1 A 192.0.2.1
ns1 AAAA 2001:db8::1
mail A 192.0.2.25
Mail 3600 A 192.0.2.26
deep.below.empty TXT "alone"
*.wild MX 10 mail
*.wild TXT "any"
alias CNAME WWW
www A 192.0.2.80
secure NS ns.secure
secure DS 23808 15 2 2ec9b7746217d064367142987f5b0c5ed892bbf43d2c1a6fe6d44439438eece2
ns.secure A 192.0.2.53
plain NS ns.plain
plain NS ns1
ns.plain A 192.0.2.54
only.down.here NS ns1
_443._tcp.www TLSA 3 1 1 ${"0b".repeat(32)}
a\\.dot TXT "an escaped dot"
\\000\\001z TXT "octets"
x TYPE65280 \\# 3 414243
`;

/** What validns can read too. */
const plain = `$TTL 1h
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
www A 192.0.2.80
www MX 10 ns1
deep.below TXT "alone"
lab NS ns.lab
lab NS ns1
lab DS 4711 8 2 ${"0b".repeat(32)}
ns.lab A 192.0.2.53
`;

const sources = { odd, plain } as const;

/** A signed zone, one record a line, names absolute. With NSEC3 it has no salt and no iterations. */
export async function sign(
  scratch: string,
  { algorithm, chain, signer, source, digest = false, from = "now-3600", until = "now+2592000" }: Signing,
): Promise<string> {
  const folder = mkdtempSync(join(scratch, "signing-"));
  const size = algorithm.includes("RSA") ? ["-b", "1024"] : [];
  if (signer === "ldns-signzone") {
    writeFileSync(join(folder, "zone"), `$ORIGIN ${origin}\n${sources[source]}`);
    const key = async (role: readonly string[]) =>
      (await output("ldns-keygen", [...role, "-a", algorithm, ...size, origin], folder)).trim();
    const keys = [await key(["-k"]), await key([])];
    const digests = digest ? ["-z", "simple:sha384", "-z", "simple:sha512"] : [];
    const hashed = chain === "NSEC" ? [] : ["-n", "-t", "0", ...(chain === "opt-out" ? ["-p"] : [])];
    await output(
      "ldns-signzone",
      ["-o", origin, ...hashed, ...digests, "-f", "signed", "zone", ...keys],
      folder,
    );
  } else {
    const key = async (role: readonly string[]) =>
      (await output("dnssec-keygen", ["-q", ...role, "-a", algorithm, ...size, origin], folder)).trim();
    const keys = [await key(["-f", "KSK"]), await key([])];
    const publics = keys.map((name) => readFileSync(join(folder, `${name}.key`), "utf8"));
    writeFileSync(join(folder, "zone"), sources[source] + publics.join(""));
    const hashed = chain === "NSEC" ? [] : ["-3", "-", "-H", "0", ...(chain === "opt-out" ? ["-A"] : [])];
    const time = ["-s", from, "-e", until];
    const args = ["-q", "-P", ...hashed, ...time, "-o", origin, "-f", "signed"];
    await output("dnssec-signzone", [...args, "-k", keys[0]!, "zone", keys[1]!], folder);
  }
  const asIs = ["-q", "-i", "none", "-k", "ignore", "-n", "ignore"];
  return output("named-compilezone", [...asIs, "-o", "-", origin, "signed"], folder);
}

async function output(program: string, args: readonly string[], folder: string): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program, args, folder);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout.toString();
}
