import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { checkOf, messagesOf, runSource, sandboxForTests } from "./world.ts";

const root = resolve(import.meta.dirname, "../../..");
const sandbox = sandboxForTests();
let place: string;

// A repository of zones as others have it: with this package among its dependencies, and no settings.
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "zonewright-types-"));
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const types: string = exports["./checks"].types;
  const installed = join(place, "node_modules", name);
  mkdirSync(join(installed, dirname(types)), { recursive: true });
  cpSync(join(root, types), join(installed, types));
  writeFileSync(join(installed, "package.json"), JSON.stringify({ name, exports }));
  writeFileSync(join(place, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rmSync(place, { recursive: true }));

/** What the compiler says of a file: "line: message". */
function compile(file: string): readonly string[] {
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", ""];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, file], { cwd: place, encoding: "utf8" });
  return [...stdout.matchAll(/\((\d+),\d+\): error (TS\d+: .*)/g)].map(
    ([, line, text]) => `${line}: ${text}`,
  );
}

/** Uses all there is. */
const everything = checkOf(`
  each("dc", { sto: { networks: ["10.1.0.0/16"] } }, ({ networks }, dc) => {
    const answer = dns.resolve(\`www.\${dc}.acme.example\`, "A", { from: view, external: "ok" });
    const { name, type, kind, records, values, ttl, chain } = answer;
    expect(answer).toHaveRecords();
    expect(answer, "www").toBeWithin(networks);
    expect(answer).toHaveLength(1);
    expect([name, type, kind, chain]).toEqual(["www.sto.acme.example.", "A", "records", [name]]);
    expect(ttl).toBeGreaterThan(299);
    expect(ttl).toBeGreaterThanOrEqual(300);
    expect(ttl).toBeLessThan(301);
    expect(ttl).toBeLessThanOrEqual(300);
    expect(values).toContain("10.1.0.1");
    for (const { owner, value, target, port, weight, priority } of records) {
      expect(owner).toMatch(/^WWW\\./i);
      expect(value).not.toBe("10.1.0.2");
      expect([target, port, weight, priority]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });
  each("zone", zones({ view }), (zone) => {
    expect([...zone.records("SOA")].map(({ ttl }) => ttl)).toEqual([3600]);
    expect(zone.file).toContain(zone.name.slice(0, -1));
  });
  expect(inventory("hosts.csv")[0].name).toBe("a");
  expect(config("*.csv").map(({ path, value }) => [path, value.length])).toEqual([["hosts.csv", 1]]);
  expect(dns.reverse("10.1.0.1")).toBe("1.0.1.10.in-addr.arpa.");
`);

test("what is written with the types in view compiles, and runs", () => {
  writeFileSync(join(place, "all.check.ts"), everything);
  expect(compile("all.check.ts")).toEqual([]);
  const world = { zones: { "acme.example": "www.sto A 10.1.0.1" }, files: { "hosts.csv": "name\na\n" } };
  expect(messagesOf(runSource(sandbox, everything, world))).toEqual([]);
});

test("what is not there does not compile", () => {
  writeFileSync(
    join(place, "odd.check.ts"),
    checkOf('dns.resolv("a", "A");\nexpect(1).toBee(1);\nexpect(Date);'),
  );
  const [first, second] = compile("odd.check.ts");
  expect(first).toMatch(/^3: TS2551: Property 'resolv' does not exist on type 'Dns'. Did you mean 'resolve'/);
  expect(second).toMatch(/^4: .*'toBee'/);
});

test("the demo's own checks compile", () => {
  const files = globSync("checks/*.check.ts", { cwd: root });
  expect(files).not.toEqual([]);
  for (const file of files) {
    cpSync(join(root, file), join(place, "demo.check.ts"));
    expect(compile("demo.check.ts")).toEqual([]);
  }
});
