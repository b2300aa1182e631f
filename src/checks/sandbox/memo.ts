import type { CheckFile } from "../check.ts";
import { Changes, type ViewZones } from "../memo/changes.ts";
import { isUntouched, type Trace, traceOf } from "../memo/trace.ts";
import type { Resolvers } from "../questions.ts";
import type { CodeRun } from "./file-run.ts";
import type { SandboxHost } from "./host.ts";
import type { Sandbox } from "./sandbox.ts";

/** A host whose files can be told apart without reading them, over zones that can be compared. */
export interface IdentifiedHost extends SandboxHost {
  /** The same text for the same file: what `data` and `config` would give. */
  identity(kind: "data" | "config", of: string): string | undefined;
  /** The zones that the resolvers answer from. */
  readonly viewZones: ViewZones;
}

/** Files of checks that are kept, and how many versions of each. */
const MOST_FILES = 5_000;
const MOST_VERSIONS = 4;

interface Passed {
  readonly octets: Uint8Array;
  readonly run: CodeRun;
  readonly trace: Trace;
  /** Of each data file and glob that was asked for. */
  readonly inputs: readonly { kind: "data" | "config"; of: string; identity: string | undefined }[];
  readonly zoneList: string;
  zones: ViewZones;
}

/**
 * Files of checks in TypeScript of which every check passed, found again while all that they looked at is the same.
 * Memory for speed only: without it the results are the same.
 */
export class CodeMemo {
  readonly #passed = new Map<string, readonly Passed[]>();
  readonly #changes = new Changes();

  /** As Sandbox.run. */
  run(sandbox: Sandbox, file: CheckFile, host: IdentifiedHost): CodeRun {
    const kept = this.#passed.get(file.file) ?? [];
    const known = kept.find((one) => this.#isCurrent(one, file, host));
    if (known) {
      // Said again what is used: the host keeps account.
      for (const { kind, of } of known.inputs) void (kind === "data" ? host.data(of) : host.config(of));
      known.zones = host.viewZones;
      return known.run;
    }
    const run = sandbox.run(file, host);
    const isGood = run.diagnostics.length === 0 && run.checks.every(({ result }) => result.passed);
    if (isGood) this.#keep(file.file, [passedRun(file, host, run), ...kept]);
    return run;
  }

  #isCurrent(known: Passed, { octets }: CheckFile, host: IdentifiedHost): boolean {
    return (
      Buffer.compare(known.octets, octets) === 0 &&
      known.zoneList === zoneListOf(host) &&
      known.inputs.every(({ kind, of, identity }) => host.identity(kind, of) === identity) &&
      isUntouched(known.trace, this.#changes.between(known.zones, host.viewZones))
    );
  }

  #keep(file: string, versions: readonly Passed[]): void {
    this.#passed.delete(file);
    this.#passed.set(file, versions.slice(0, MOST_VERSIONS));
    for (const oldest of this.#passed.keys()) {
      if (this.#passed.size <= MOST_FILES) break;
      this.#passed.delete(oldest);
    }
  }
}

function passedRun({ octets }: CheckFile, host: IdentifiedHost, run: CodeRun): Passed {
  const asked = (kind: "data" | "config", list: readonly string[]) =>
    list.map((of) => ({ kind, of, identity: host.identity(kind, of) }));
  return {
    octets,
    // Without the questions, which hold on to the zones.
    run: { ...run, checks: run.checks.map((check) => ({ ...check, questions: [] })) },
    trace: traceOf(run.checks.flatMap(({ questions }) => questions.map((one) => ({ questions: one })))),
    inputs: run.checks.flatMap(({ data, globs }) => [...asked("data", data), ...asked("config", globs)]),
    zoneList: zoneListOf(host),
    zones: host.viewZones,
  };
}

/** What `zones()` would say, and which views there are. */
function zoneListOf({ zones, resolvers }: { zones: SandboxHost["zones"]; resolvers: Resolvers }): string {
  return JSON.stringify([[...resolvers.keys()], zones.map(({ name, view, file }) => [name, view, file])]);
}
