import { describe, expect, test } from "@jest/globals";
import type { CodeRun } from "../../../src/checks/index.ts";
import { messagesOf, runSource, sandboxForTests } from "./world.ts";

// Short, so that what never ends by itself does not take long here.
const sandbox = sandboxForTests({ timeMs: 400, memoryMb: 32 });
const world = { zones: { "acme.example": "www A 192.0.2.1" } };
const goodBody = `({ dns, expect }) => { expect(dns.resolve("www.acme.example", "A")).toContain("192.0.2.1"); }`;
const good = `check("good", ${goodBody});`;

/** A file with a check that attacks, one before it and one after. */
function attack(body: string): CodeRun {
  const source = `check("before", ${goodBody});
check("attack", ({ dns, each, expect, zones }) => {
  ${body}
});
check("after", ${goodBody});`;
  return runSource(sandbox, source, world);
}

function verdicts({ checks }: CodeRun): Record<string, string> {
  return Object.fromEntries(checks.map(({ result }) => [result.name, result.verdict]));
}

/** The next file, in the same sandbox. */
function expectNextFileToPass(): void {
  const run = runSource(sandbox, good, world);
  expect(messagesOf(run)).toEqual([]);
  expect(verdicts(run)).toEqual({ good: "pass" });
}

describe("a check that takes too much", () => {
  test.each([
    ["loops", "for (;;);"],
    ["catches what ends it", "for (;;) try { for (;;); } catch {} finally { continue; }"],
    ["loops in a getter of what it throws", "throw { get message() { for (;;); } };"],
    ["loops in a promise", "const again = () => Promise.resolve().then(again); again();"],
    ["backtracks", '/(a+)+$/.test("a".repeat(40) + "b");'],
    ["asks for ever", 'for (let i = 0; ; i += 1) dns.resolve("n" + i + ".acme.example", "A");'],
    ["fills memory with objects", "const all = []; for (;;) all.push({ a: [all.length] });"],
    ["fills memory with texts", "const all = []; for (;;) all.push(String(all.length).repeat(100_000));"],
    ["loops inside of the engine", "[].indexOf.call({ length: 2 ** 53 - 1 }, 1);"],
    ["searches inside of the engine", '"a".repeat(8e6).indexOf("a".repeat(4e6) + "b");'],
  ])("%s: is ended, with its line; what was before it counts, and so does the next file", (_, body) => {
    const run = attack(body);
    expect(run.diagnostics).toEqual([]);
    expect(verdicts(run)).toMatchObject({ before: "pass", attack: "fail" });
    const { failures } = run.checks[1]!.result;
    expect(failures[0]!.found).toMatch(/took more than the 400 ms|wanted more than the 32 MiB|out of memory/);
    expect(failures[0]!.message).toMatch(/expected at checks\/a\.check\.ts:[23]:\d+$/);
    expectNextFileToPass();
  });

  test("in time leaves the checks behind it not run, which is said", () => {
    const run = attack("for (;;);");
    expect(run.checks[2]!.result).toMatchObject({ name: "after", verdict: "fail" });
    expect(run.checks[2]!.result.failures[0]!.message).toContain(
      "it was not run: it took more than the 400 ms",
    );
  });

  test("in memory at once fails alone", () => {
    const run = attack("new ArrayBuffer(64 * 1024 * 1024);");
    expect(verdicts(run)).toEqual({ before: "pass", attack: "fail", after: "pass" });
    expect(messagesOf(run)[0]).toContain("out of memory");
  });
});

describe("a check that goes too deep fails alone", () => {
  test.each([
    ["calls", "function deeper() { deeper(); } deeper();"],
    ["proxies", "let p = {}; for (let i = 0; i < 1e4; i += 1) p = new Proxy(p, {}); p.x;"],
    ["JSON", 'JSON.parse("[".repeat(1e6));'],
    ["code", 'eval("(".repeat(1e6));'],
    [
      "lists",
      "let list = []; for (let i = 0; i < 1e4; i += 1) list = [list]; expect(list).toEqual([1]); String(list);",
    ],
  ])("%s", (_, body) => {
    expect(verdicts(attack(body))).toEqual({ before: "pass", attack: "fail", after: "pass" });
    expectNextFileToPass();
  });
});

describe("there is no way out", () => {
  test.each([
    ["import", 'return import("node:fs");', /imports "zonewright\/checks" only, not "node:fs"/],
    ["require", 'require("node:fs");', /require is not here/],
    ["process", "process.exit(1);", /process is not here/],
    [
      "the constructor's constructor",
      '[].constructor.constructor("return process")();',
      /process is not here/,
    ],
    ["eval", 'eval("process.env");', /process is not here/],
    ["the API's functions", 'dns.resolve.constructor("return process")();', /process is not here/],
    ["a clock", "Date.now();", /Date is not here: there is no clock/],
    ["randomness", "Math.random();", /Math\.random is not here/],
    ["timers", "setTimeout(() => {}, 1);", /setTimeout is not here/],
    ["the network", 'fetch("http://192.0.2.1/");', /fetch is not here/],
    [
      "files",
      'expect(typeof Deno + typeof Bun + typeof module + typeof __dirname).toBe("");',
      /"undefinedundefinedundefinedundefined"/,
    ],
    ["callers", "expect(() => {}).toBe(function f() { return f.caller; }());", /TypeError|undefined|null/],
  ])("%s", (_, body, found) => {
    const run = attack(body);
    expect(verdicts(run)).toEqual({ before: "pass", attack: "fail", after: "pass" });
    expect(messagesOf(run)[0]).toMatch(found);
  });

  test("an import of anything else stops the file", () => {
    const run = runSource(sandbox, `import { readFileSync } from "node:fs";\n${good}`, world);
    expect(messagesOf(run)).toEqual([
      `1:1 TypeError: a check imports "zonewright/checks" only, not "node:fs"`,
    ]);
    expect(run.checks).toEqual([]);
  });

  test("globals lead to nothing of the host", () => {
    const source = `check("names", ({ expect }) => expect(Object.getOwnPropertyNames(globalThis).sort()).toEqual([]));`;
    const names = messagesOf(runSource(sandbox, source, world))[0]!;
    for (const name of [
      "global",
      "Buffer",
      "WebAssembly",
      "navigator",
      "queueMicrotask",
      "structuredClone",
    ]) {
      expect(names).not.toContain(`"${name}"`);
    }
  });
});

describe("what one check changes, others do not see", () => {
  test.each([
    ["Object.prototype", "Object.prototype.toJSON = () => 1;"],
    ["__proto__", '({}).__proto__.kind = "records";'],
    ["Array.prototype", "Array.prototype.map = () => [];"],
    ["an iterator", "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });"],
    ["JSON", "JSON.parse = () => ({}); JSON.stringify = () => 'x';"],
    ["WeakMap", "WeakMap.prototype.get = () => 1;"],
    ["Promise", "Promise.prototype.then = () => {};"],
    [
      "the globals",
      "globalThis.JSON = globalThis.Array = globalThis.WeakMap = globalThis.Error = undefined; throw 1;",
    ],
    ["expect", "expect.constructor.prototype.call = () => {}; throw 1;"],
    [
      "the answer",
      'const answer = dns.resolve("www.acme.example", "A"); answer.values.length = 0; expect(answer).toContain("192.0.2.1");',
    ],
  ])("%s", (_, body) => {
    expect(verdicts(attack(body))).toEqual({ before: "pass", attack: "fail", after: "pass" });
  });

  test("nor does the next file, whatever this one leaves behind", () => {
    const source = `Object.defineProperty(globalThis, "check", { value: () => {} }); Error.prototype.name = "x"; ${good}`;
    runSource(sandbox, source, world);
    expectNextFileToPass();
  });

  test("the host's objects are its own", () => {
    attack("Object.prototype.polluted = 1;");
    attack('Object.getPrototypeOf(dns.resolve("www.acme.example", "A")).polluted = 1;');
    attack("zones().constructor.prototype.polluted = 1;");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("what is thrown is read with care", () => {
  test.each([
    [
      "getters that throw",
      "throw { get message() { throw 1; }, get stack() { throw 2; }, get name() { throw 3; } };",
    ],
    ["a proxy", "throw new Proxy({}, { get(target, key, self) { throw self; }, ownKeys() { throw 1; } });"],
    ["no text in message", "throw { message: { toString() { throw 1; } }, stack: 5 };"],
    ["nothing", "throw null;"],
    ["a symbol", 'throw Symbol("x");'],
    ["a revoked proxy", "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;"],
    [
      "an error of another name",
      'throw Object.assign(new Error("x".repeat(1e6)), { name: "y".repeat(1e6) });',
    ],
  ])("%s", (_, body) => {
    const run = attack(body);
    expect(verdicts(run)).toEqual({ before: "pass", attack: "fail", after: "pass" });
    expect(messagesOf(run)[0]!.length).toBeLessThan(3_000);
  });

  test("at the top of a file too", () => {
    const run = runSource(sandbox, "throw { get message() { throw 1; }, get stack() { for (;;); } };", world);
    expect(messagesOf(run)).toHaveLength(1);
    expectNextFileToPass();
  });
});

describe("what is large stays bounded", () => {
  test.each([
    ["a name", 'dns.resolve("x".repeat(1e6), "A");', /a text of 1000000 characters is too long/],
    ["a pattern", 'expect("a").toMatch("((a{100}){100}){100}");', /is no pattern of RE2/],
    ["a value", 'expect("x".repeat(1e6)).toBe("y");', /found "x{300}"…/],
    ["a list", "expect(Array.from({ length: 1e5 }, (_, i) => i)).toBe(1);", /… 100000 in all/],
    [
      "a value without end",
      "const endless = { get more() { return this; } }; expect(endless).toBe(1);",
      /more: \{…\}/,
    ],
    [
      "a proxy that says it is long",
      'expect(new Proxy([], { get: (list, key) => key === "length" ? 2 ** 53 - 1 : "x" })).toBe(1);',
      /9007199254740991 in all/,
    ],
  ])("%s", (_, body, found) => {
    const run = attack(body);
    expect(messagesOf(run)[0]).toMatch(found);
    expect(messagesOf(run)[0]!.length).toBeLessThan(3_000);
    expect(verdicts(run)).toEqual({ before: "pass", attack: "fail", after: "pass" });
  });

  test("of 10,000 checks the first 1,000 are run", () => {
    const run = runSource(
      sandbox,
      `for (let i = 0; i < 10_000; i += 1) check(\`c\${i}\`, ({ expect }) => expect(1).toBe(1));`,
      world,
    );
    expect(messagesOf(run).filter((message) => /at most 1000 checks/.test(message))).toHaveLength(1);
    expect(run.checks).toHaveLength(1_000);
  });

  test("of 100,000 failures the first 1,000 are told", () => {
    const run = attack('each("n", Array.from({ length: 3e3 }, (_, i) => i), (n) => expect(n).toBe(-1));');
    expect(run.checks[1]!.result.failures.length).toBeLessThanOrEqual(1_001);
  });

  test("a file that breaks the parser of types is told, and the next one is run", () => {
    const run = runSource(sandbox, "(".repeat(100_000), world);
    expect(messagesOf(run)[0]).toContain("the sandbox broke on this file");
    expectNextFileToPass();
  });
});
