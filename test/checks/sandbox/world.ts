import { afterAll } from "@jest/globals";
import {
  type CodeRun,
  Sandbox,
  type SandboxHost,
  type SandboxLimits,
  zoneResolver,
} from "../../../src/checks/index.ts";
import { compileGlob } from "../../../src/config/index.ts";
import { zonesOf } from "../world.ts";

export interface World {
  /** Records by zone. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Zones of further views, by view. */
  readonly views?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly before?: Readonly<Record<string, string>>;
  /** Files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A host over zones and files given as text. */
export function hostOf({ zones = {}, views = {}, before, files = {} }: World): SandboxHost {
  const all = Object.entries({ default: zones, ...views }).map(([view, of]) => ({
    view,
    zones: zonesOf(of),
  }));
  const octetsOf = (path: string) => (path in files ? Buffer.from(files[path]!) : undefined);
  return {
    resolvers: new Map(all.map(({ view, zones }) => [view, zoneResolver(zones)])),
    ...(before && { before: new Map([["default", zoneResolver(zonesOf(before))]]) }),
    zones: all.flatMap(({ view, zones }) =>
      zones.map(({ zone, files: [file = ""] }) => ({ name: zone.apex, view, file })),
    ),
    data: octetsOf,
    config: (glob) =>
      Object.keys(files)
        .filter(compileGlob(glob))
        .map((path) => ({ path, octets: octetsOf(path) })),
  };
}

/** A sandbox that a file of tests shares; it ends with them. */
export function sandboxForTests(limits?: SandboxLimits): Sandbox {
  const sandbox = new Sandbox(limits);
  afterAll(() => sandbox.close());
  return sandbox;
}

/** Runs a file of checks. */
export function runSource(sandbox: Sandbox, source: string, world: World = {}): CodeRun {
  return sandbox.run({ file: "checks/a.check.ts", octets: Buffer.from(source) }, hostOf(world));
}

/** The messages of all failures, and of what is wrong with the file. */
export function messagesOf({ checks, diagnostics }: CodeRun): readonly string[] {
  return [
    ...diagnostics.map(({ message, line, column }) => `${line}:${column} ${message}`),
    ...checks.flatMap(({ result }) => result.failures.map(({ message }) => message)),
  ];
}

/** A file with one check, whose body is given. */
export function checkOf(body: string): string {
  return `import { check } from "zonewright/checks";
check("one", ({ config, dns, each, expect, inventory, view, zones }) => {
${body}
});`;
}
