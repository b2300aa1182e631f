import { createHash } from "node:crypto";
import { evaluate, type Facts, type TreeFacts, type TreeFile } from "../../src/evaluation/index.ts";

/** A tree's files by path; a mode other than a plain file's is given with the text. */
export type Content = Readonly<
  Record<string, string | Uint8Array | { readonly text: string; readonly mode: string }>
>;

/** A tree as git would list it, with every blob. */
export function treeOf(content: Content): TreeFacts {
  const blobs = new Map<string, Uint8Array>();
  const files = Object.entries(content).map(([path, value]): TreeFile => {
    const special = typeof value === "object" && "mode" in value;
    const octets = new Uint8Array(Buffer.from(special ? value.text : value));
    const mode = special ? value.mode : "100644";
    const oid = createHash("sha1").update(octets).digest("hex");
    blobs.set(oid, octets);
    return { path, oid, mode };
  });
  return { files, blobs };
}

/** Facts as the bot has them: the base judges. */
export function pull(before: Content, after: Content, more: Partial<Facts> = {}): Facts {
  return { now: 0, before: treeOf(before), after: treeOf(after), rules: "before", ...more };
}

/** The evaluation of a change to a repository. */
export function judge(before: Content, after: Content, more: Partial<Facts> = {}) {
  return evaluate(pull(before, after, more));
}

/** A zone file with a SOA, its nameserver and these records. */
export function zoneFile(records: string): string {
  return `$TTL 300\n@ SOA ns1 hostmaster 1 7200 1800 1209600 300\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 198.51.100.53\n${records}\n`;
}

/** A file with one check, that a name has an address. */
export function checkFile(name: string, host = "www.acme.example"): string {
  return `checks:\n  - name: ${name}\n    expect:\n      - { resolves: ${host}, type: A }\n`;
}
