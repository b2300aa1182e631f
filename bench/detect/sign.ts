import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type KeyFacts, type SignedTrigger, signedBody } from "../../test/corpus/triggers/signed.ts";
import { HEAD, type Trigger, whole } from "../../test/corpus/triggers/trigger.ts";

const chains: Readonly<Record<NonNullable<SignedTrigger["chain"]>, readonly string[]>> = {
  NSEC: [],
  NSEC3: ["-3", "-"],
  "NSEC3 with opt-out": ["-3", "-", "-A"],
};

/** Signs the zones of triggers with BIND's signer and new keys, of an algorithm that every tool knows. */
export class Signer implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "zonewright-signing-"));
  readonly #facts: KeyFacts;

  constructor() {
    this.#makeKey();
    const key = this.#makeKey("-f", "KSK");
    const dnskey = /DNSKEY (.*)/.exec(readFileSync(join(this.#folder, `${key}.key`), "utf8"))![1]!;
    const cds = /DS (.*)/.exec(this.#run("dnssec-dsfromkey", "-2", key))![1]!;
    this.#facts = { dnskey, cds };
  }

  /** The trigger, signed and changed. */
  sign({
    check,
    rule,
    records,
    chain = "NSEC",
    days: [from, to] = [-1, 30],
    change,
  }: SignedTrigger): Trigger {
    const all = [...signedBody, ...(records?.(this.#facts) ?? [])];
    writeFileSync(join(this.#folder, "zone"), `${HEAD}${all.join("\n")}\n`);
    const times = ["-s", time(from), "-e", time(to)];
    const options = ["-q", "-P", "-S", "-O", "full", "-o", "example.org", "-f", "signed", ...times];
    this.#run("dnssec-signzone", ...options, ...chains[chain], "zone");
    const lines = readFileSync(join(this.#folder, "signed"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(";"))
      .map((line) => line.replaceAll(/\s+/g, " "));
    return whole(check, rule, `${(change?.(lines) ?? lines).join("\n")}\n`);
  }

  #makeKey(...options: readonly string[]): string {
    const made = this.#run("dnssec-keygen", "-q", "-a", "RSASHA256", "-b", "2048", ...options, "example.org");
    return made.trim();
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(program: string, ...args: readonly string[]): string {
    const PATH = [process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter);
    return execFileSync(program, args, {
      cwd: this.#folder,
      encoding: "utf8",
      env: { ...process.env, PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
}

/** So many days from now, as the signer reads it. */
function time(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/[-:T]|\..*/g, "");
}
