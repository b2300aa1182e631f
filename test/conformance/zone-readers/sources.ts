import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { rdataCodecs } from "../../../src/dns/index.ts";
import { torture } from "../../corpus/zonefile/torture.ts";
import { preamble } from "../../corpus/zonefile/torture-case.ts";
import { generatedZone } from "./generated.ts";

/** One zone to read with every program. */
export interface ZoneSource {
  readonly id: string;
  readonly origin: string;
  /** By path; its own is `example.zone`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What of it is worth showing in a table. */
  readonly shown: string;
}

/** The torture list: one odd record or two after an ordinary preamble. */
export function tortureZones(): ZoneSource[] {
  return Object.values(torture)
    .flat()
    .map(({ id, input, bare, includes }) => ({
      id,
      origin: "example.",
      files: { "example.zone": bare ? input : preamble + input, ...includes },
      shown: input,
    }));
}

/** One zone for each example of RDATA that a type has. */
export function typeZones(): ZoneSource[] {
  return rdataCodecs
    .filter(({ mnemonic }) => mnemonic !== "SOA")
    .flatMap(({ mnemonic, examples }) =>
      examples.map(({ text }, index) => ({
        id: examples.length > 1 ? `type ${mnemonic} ${index + 1}` : `type ${mnemonic}`,
        origin: "example.",
        files: { "example.zone": `${preamble}a 3600 ${mnemonic} ${text}\n` },
        shown: `a ${mnemonic} ${text}`,
      })),
    );
}

const corpus = "test/corpus/zones";

/** Zones after the examples of RFCs. Each file's `$ORIGIN` says what it is. */
export function rfcZones(): ZoneSource[] {
  const names = readdirSync(corpus);
  const parts = names.filter((name) => !name.endsWith(".zone"));
  const includes = Object.fromEntries(parts.map((name) => [name, readFileSync(join(corpus, name))]));
  return names
    .filter((name) => name.endsWith(".zone"))
    .map((name) => {
      const content = readFileSync(join(corpus, name));
      const origin = /^\$ORIGIN (\S+)$/m.exec(content.toString())![1]!;
      return { id: name, origin, files: { "example.zone": content, ...includes }, shown: name };
    });
}

const bindZones = ["/etc/bind/named.conf.default-zones", "/etc/bind/zones.rfc1918"];
const rootHints = "/usr/share/dns/root.hints";

/** The zone files that the servers' Debian packages bring, read where they are installed. */
export function packageZones(): ZoneSource[] {
  const zones = bindZones
    .flatMap((config) => [
      ...readFileSync(config, "utf8").matchAll(/^\s*zone "(\S+)"\s*\{[^}]*file "(.+?)";/gm),
    ])
    .filter(([, name]) => name !== ".")
    .map(([, name, file]) => ({
      id: `${file} as ${name}`,
      origin: `${name}.`,
      files: { "example.zone": readFileSync(file!) },
      shown: file!,
    }));
  const head = ". 3600 SOA a.root-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 86400\n";
  const files = { "example.zone": head + readFileSync(rootHints, "utf8") };
  return [...zones, { id: rootHints, origin: ".", files, shown: rootHints }];
}

/** Sound zones in every spelling that all programs are to know; the same ones every time. */
export function generatedZones(count: number): ZoneSource[] {
  return fc.sample(generatedZone, { numRuns: count, seed: 3 }).map((text, index) => ({
    id: `generated ${index + 1}`,
    origin: "example.",
    files: { "example.zone": text },
    shown: `generated ${index + 1}`,
  }));
}
