import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../zone-readers/program.ts";
import { origin } from "./signing.ts";

/** Programs that verify a signed zone file, and how they are asked to. */
const peers = {
  "dnssec-verify": ["-q", "-o", origin, "zone"],
  "ldns-verify-zone": ["zone"],
  kzonecheck: ["-d", "on", "-o", origin, "zone"],
  validns: ["-p", "all", "-z", origin, "zone"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Peer = keyof typeof peers;

/** What each says of a zone: undefined where it accepts it. */
export async function verdicts(
  scratch: string,
  text: string,
): Promise<Readonly<Record<Peer, string | undefined>>> {
  const folder = mkdtempSync(join(scratch, "verdict-"));
  writeFileSync(join(folder, "zone"), text);
  const said = Object.entries(peers).map(async ([program, args]) => {
    const { status, stdout, stderr } = await runProgram(program, args, folder);
    return [program, status === 0 ? undefined : `${stdout}${stderr}`.trim()] as const;
  });
  return Object.fromEntries(await Promise.all(said)) as Record<Peer, string | undefined>;
}
