import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Evaluator, type Facts, type TreeFacts } from "../src/evaluation/index.ts";

/**
 * What is measured: in a process that judged a repository and a change to it, from the octets of a pull request that
 * changes one line to the verdict on it. Arguments: the folder of the repository, how many pull requests of each kind.
 * Prints milliseconds as JSON, one list a kind. Throws if a verdict is not the one that the change should have.
 */
const [folder = "", count = "1"] = process.argv.slice(2);

/** In milliseconds, and without what the kernel does. */
interface Timed {
  readonly wall: number;
  readonly user: number;
}

interface Kind {
  readonly file: string;
  readonly change: (text: string, number: number) => string;
  readonly passes: boolean;
}

const LARGEST = "zones/acme.example.zone";
const kinds: Readonly<Record<string, Kind>> = {
  "a text changed": {
    file: LARGEST,
    change: (text, number) => text.replace(/^note-1 .*$/m, `note-1 TXT "moved ${number}"`),
    passes: true,
  },
  "a name added": {
    file: LARGEST,
    change: (text, number) => text.replace(/^(host-500 .*)$/m, `$1\nalias-${number} CNAME host-${number}`),
    passes: true,
  },
  "an address changed": {
    file: LARGEST,
    change: (text, number) => text.replace(/^host-700 A .*$/m, `host-700 A 10.9.0.${number}`),
    passes: false,
  },
};

const files = new Map(
  globSync("**/*.{zone,yml,ts}", { cwd: folder }).map((path) => [path, readFileSync(join(folder, path))]),
);
const evaluator = new Evaluator({ timeoutMs: 300_000, memoryMb: 4096 });
const base = treeOf(files);
// The first is the state that a running bot is in.
await judge(Object.values(kinds)[0]!, Number(count));
const times: Record<string, Timed[]> = {};
for (const [name, kind] of Object.entries(kinds)) {
  times[name] = [];
  for (let number = 0; number < Number(count); number++) times[name].push(await judge(kind, number));
}
await evaluator.close();
process.stdout.write(`${JSON.stringify(times)}\n`);

async function judge({ file, change, passes }: Kind, number: number): Promise<Timed> {
  const octets = Buffer.from(change(files.get(file)!.toString("latin1"), number), "latin1");
  const after = changed(base, file, octets);
  const facts: Facts = { now: 0, before: base, after, rules: "before" };

  const [start, used] = [performance.now(), process.cpuUsage()];
  const wanted = await evaluator.wanted(facts);
  const evaluation = await evaluator.evaluate(facts);
  const wall = performance.now() - start;
  const user = process.cpuUsage(used).user / 1000;

  if (wanted.length > 0 || evaluation.passed !== passes || evaluation.plan.zones.length !== 1) {
    const told = [...evaluation.reasons, ...evaluation.diagnostics.slice(0, 3).map((one) => one.message)];
    throw new Error(`the verdict on ${file} is not as expected: ${told.join("; ")}`);
  }
  return { wall, user };
}

function treeOf(content: ReadonlyMap<string, Buffer>): TreeFacts {
  const blobs = new Map([...content.values()].map((octets) => [oidOf(octets), octets]));
  return {
    files: [...content].map(([path, octets]) => ({ path, oid: oidOf(octets), mode: "100644" })),
    blobs,
  };
}

function changed(tree: TreeFacts, file: string, octets: Buffer): TreeFacts {
  const oid = oidOf(octets);
  return {
    files: tree.files.map((one) => (one.path === file ? { ...one, oid } : one)),
    blobs: new Map([...tree.blobs, [oid, octets]]),
  };
}

function oidOf(octets: Buffer): string {
  return createHash("sha1").update(`blob ${octets.length}\0`).update(octets).digest("hex");
}
