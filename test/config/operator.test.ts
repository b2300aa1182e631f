import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { bindingAllows, parseOperatorConfig } from "../../src/config/index.ts";
import { parseName } from "../../src/dns/index.ts";

const privateKey = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
}).privateKey;

const webhookSecret = "0123456789abcdef0123456789abcdef";
const env = {
  APP_ID: "12",
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: webhookSecret,
  TSIG: "tsig-secret-value",
};

const kinds = [
  {
    kind: "hidden-primary",
    options: z.strictObject({
      port: z.int().default(53),
      key: z
        .string()
        .refine((key) => key.startsWith("tsig-"), { error: (issue) => `the key ${issue.input} is not one` })
        .optional(),
      secondaries: z.array(z.strictObject({ address: z.string(), key: z.string().optional() })).default([]),
    }),
  },
  { kind: "files", options: z.strictObject({ directory: z.string() }) },
];

const minimal = `
targets:
  public: { kind: hidden-primary }
repositories:
  - repository: example/dns
    branch: main
    target: public
    zones: [example.org]
`;

function noFiles(path: string): string {
  throw new Error(`ENOENT: no such file or directory, open '${path}'`);
}

function parse(text: string, extra: Record<string, string | undefined> = {}, read = noFiles) {
  return parseOperatorConfig(text, "zonewright.yml", { ...env, ...extra }, read, kinds);
}

function problems(text: string, extra: Record<string, string | undefined> = {}, read = noFiles): string[] {
  const { config, diagnostics } = parse(text, extra, read);
  expect(config).toBeUndefined();
  expect(diagnostics).not.toEqual([]);
  return diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe("a valid configuration", () => {
  test("needs targets, repositories and the App's settings; the rest are the defaults", () => {
    expect(parse(minimal)).toEqual({
      config: {
        listen: { address: "127.0.0.1", port: 3000 },
        store: { path: "zonewright.db" },
        logLevel: "info",
        github: {
          baseUrl: "https://api.github.com",
          appId: 12,
          privateKey,
          webhookSecrets: [webhookSecret],
        },
        targets: { public: { kind: "hidden-primary", port: 53, secondaries: [] } },
        repositories: [
          {
            repository: "example/dns",
            branch: "main",
            target: "public",
            zones: ["example.org."],
            views: ["default"],
          },
        ],
        sweep: { everyMs: 60_000 },
        monitor: { everyMs: 300_000 },
      },
      diagnostics: [],
    });
  });

  test("is read in full, with secrets in the place of references", () => {
    const text = `
listen: { address: "::", port: 8080 }
store: { path: /var/lib/zonewright/db }
logLevel: debug
publicUrl: https://dns.example.org/bot/
sweep: { every: 5m }
monitor: { every: off }
sandbox: { time: 5s }
targets:
  public:
    kind: hidden-primary
    port: 5300
    key: env:TSIG
    secondaries: [{ address: 192.0.2.1, key: "file:/run/tsig" }]
repositories:
  - repository: example/dns
    branch: main
    target: public
    zones: [Example.ORG, "*.example.org."]
    views: [default, internal]
    adopt: 0123456789abcdef0123456789abcdef01234567
`;
    const { config, diagnostics } = parse(text, {}, (path) => `secret of ${path}\n`);
    expect(diagnostics).toEqual([]);
    expect(config).toMatchObject({
      listen: { address: "::", port: 8080 },
      store: { path: "/var/lib/zonewright/db" },
      logLevel: "debug",
      publicUrl: "https://dns.example.org/bot",
      sweep: { everyMs: 300_000 },
      monitor: { everyMs: undefined },
      sandbox: { timeMs: 5_000, memoryMb: 64 },
      targets: {
        public: {
          kind: "hidden-primary",
          port: 5300,
          key: "tsig-secret-value",
          secondaries: [{ address: "192.0.2.1", key: "secret of /run/tsig" }],
        },
      },
      repositories: [
        {
          zones: ["example.org.", "*.example.org."],
          views: ["default", "internal"],
          adopt: "0123456789abcdef0123456789abcdef01234567",
        },
      ],
    });
  });

  test("takes several webhook secrets, the key from a file, and a GitHub Enterprise", () => {
    const other = "f".repeat(40);
    const { config } = parse(
      minimal,
      {
        WEBHOOK_SECRET: `${webhookSecret}, ${other}`,
        PRIVATE_KEY: undefined,
        PRIVATE_KEY_PATH: "key.pem",
        GITHUB_API_URL: "https://ghe.example.org/api/v3/",
      },
      (path) => (path === "key.pem" ? privateKey : noFiles(path)),
    );
    expect(config?.github).toMatchObject({
      webhookSecrets: [webhookSecret, other],
      privateKey: privateKey.trimEnd(),
      baseUrl: "https://ghe.example.org/api/v3",
    });
  });

  test('takes a key on one line with "\\n" for the line ends, as .env files have it', () => {
    const { config } = parse(minimal, { PRIVATE_KEY: privateKey.replaceAll("\n", "\\n") });
    expect(config?.github.privateKey).toBe(privateKey);
  });
});

describe("the App's settings", () => {
  test.each([
    ["no webhook secret", { WEBHOOK_SECRET: undefined }, /WEBHOOK_SECRET is not set/],
    ["an empty one", { WEBHOOK_SECRET: " , " }, /WEBHOOK_SECRET is not set/],
    ["a short one", { WEBHOOK_SECRET: "x".repeat(31) }, /fewer than 32 characters/],
    [
      "a short one beside a good one",
      { WEBHOOK_SECRET: `${webhookSecret},short` },
      /fewer than 32 characters/,
    ],
    ["a list with nothing at its end", { WEBHOOK_SECRET: `${webhookSecret},` }, /fewer than 32 characters/],
    ["the one everybody knows", { WEBHOOK_SECRET: "development" }, /which everybody knows/],
    ["no App", { APP_ID: undefined }, /APP_ID is not set/],
    ["an App that is no number", { APP_ID: "my-app" }, /APP_ID is not a number/],
    ["no key", { PRIVATE_KEY: "" }, /neither PRIVATE_KEY nor PRIVATE_KEY_PATH is set/],
    ["a key that is none", { PRIVATE_KEY: "hunter2hunter2" }, /not a private key in PEM form/],
    [
      "a key in a file that is not there",
      { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "x.pem" },
      /x\.pem cannot be read/,
    ],
    [
      "tokens sent in clear",
      { GITHUB_API_URL: "http://ghe.example.org/api/v3" },
      /does not start with https/,
    ],
    ["an API that is no URL", { GITHUB_API_URL: "ghe.example.org" }, /not a plain URL/],
    ["a URL with a password", { GITHUB_API_URL: "https://me:pass@ghe.example.org" }, /not a plain URL/],
  ])("%s: it does not start", (_what, extra, message) => {
    const found = problems(minimal, extra);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^environment:1:1 /);
    expect(found[0]).toMatch(message);
  });

  test("an API on this machine may be without TLS", () => {
    expect(parse(minimal, { GITHUB_API_URL: "http://127.0.0.1:4000/api/v3" }).diagnostics).toEqual([]);
  });
});

describe("a broken configuration", () => {
  const at = "repositories:\n  - ";
  const target = "targets: { public: { kind: files, directory: x } }\n";
  const binding = "repository: a/b, branch: main, target: public";
  test.each([
    ["targets: {}\n", /^zonewright.yml:1:1 repositories is missing: expected a list$/],
    [`${minimal}listn: {}\n`, /:9:1 there is no key "listn": did you mean "listen"\?$/],
    [`${minimal}listen: { port: 70000 }\n`, /:9:17 listen.port: expected at most 65535$/],
    [`${minimal}monitor: { every: never }\n`, /:9:19 monitor.every: expected off, or a time from 1s to 1d/],
    [`${minimal}sandbox: { memoryMb: 5000 }\n`, /:9:22 sandbox.memoryMb: expected at most 1024/],
    [`${minimal}sweep: { every: soon }\n`, /:9:17 sweep.every: expected a time from 1s to 1d/],
    [
      `${minimal}publicUrl: "javascript:alert(1)"\n`,
      /:9:12 publicUrl: expected a URL that starts with https:\/\/$/,
    ],
    [`${minimal}logLevel: verbose\n`, /:9:11 logLevel: expected "debug" or/],
    [
      minimal.replace("hidden-primary", "hiden-primary"),
      /:3:19 there is no kind of target "hiden-primary": did you mean "hidden-primary"\?$/,
    ],
    [
      minimal.replace("hidden-primary", "bind"),
      /there is no kind of target "bind"; there are: hidden-primary, files$/,
    ],
    [
      minimal.replace("hidden-primary", "hidden-primary, prt: 1"),
      /:3:35 there is no key "prt" in targets.public: did you mean "port"\?$/,
    ],
    [
      minimal.replace("hidden-primary", "hidden-primary, secondaries: [{adress: x}]"),
      /there is no key "adress" in targets\.public\.secondaries\[0\]: did you mean "address"\?/,
    ],
    [minimal.replace("hidden-primary", "files"), /:3:3 targets.public.directory is missing: expected text$/],
    [
      minimal.replace("target: public", "target: publc"),
      /:7:13 there is no target "publc" under targets: did you mean "public"\?$/,
    ],
    [minimal.replace("[example.org]", "[]"), /:8:12 repositories\[0\].zones: expected at least 1 entry$/],
    [
      minimal.replace("example.org]", "'a b']"),
      /:8:13 repositories\[0\].zones\[0\]: "a b" is not a domain name/,
    ],
    [minimal.replace("example.org]", "'a.*.org']"), /is not a domain name/],
    [minimal.replace("example/dns", "example"), /:5:17 repositories\[0\].repository: expected owner\/name$/],
    [
      `${minimal}    adopt: abc123\n`,
      /:9:12 repositories\[0\].adopt: expected a commit's full id: 40 hex digits$/,
    ],
    [
      `${minimal}    adopt: 1234567890123456789012345678901234567890\n`,
      /expected text, found a number: put it in quotes$/,
    ],
    ["a: [", /not YAML/],
    [
      `${target}${at}{ ${binding}, zones: [example.org] }\n  - { ${binding.replace("a/b", "c/d")}, zones: [a.example, "*.org"] }\n`,
      /:4:\d+ \*\.org\. \(view default\) meets example\.org\. of a\/b at main: a zone has one owner in a view$/,
    ],
    [
      `${target}${at}{ ${binding}, zones: ["*.a.org"] }\n  - { ${binding.replace("main", "next")}, zones: ["*.org"] }\n`,
      /\*\.org\. \(view default\) meets \*\.a\.org\. of a\/b at main/,
    ],
  ])("%j", (text, message) => {
    expect(problems(text).join("\n")).toMatch(new RegExp(message, "m"));
  });

  test("has its faults in file and environment told all at once", () => {
    const found = problems(`${minimal}listn: {}\n`, { APP_ID: undefined, WEBHOOK_SECRET: "short" });
    expect(found).toHaveLength(3);
  });

  test("zones of one repository may overlap, and other views do not count", () => {
    const two = minimal.replace("[example.org]", '[example.org, "*.org"]').replace(
      "repositories:",
      `repositories:
  - { repository: c/d, branch: main, target: public, zones: [example.org], views: [internal] }`,
    );
    expect(parse(two).diagnostics).toEqual([]);
  });
});

describe("secrets", () => {
  test("a reference to a variable that is not set is refused at its place", () => {
    expect(problems(minimal.replace("hidden-primary", "hidden-primary, key: env:NO_SUCH"))).toEqual([
      "zonewright.yml:3:40 targets.public.key: the environment variable NO_SUCH is not set",
    ]);
  });

  test.each([
    ["cannot be read", noFiles, /targets\.public\.key: the file \/run\/key cannot be read: ENOENT/],
    ["is empty", () => "\n", /targets\.public\.key: the file \/run\/key is empty/],
  ])("a reference to a file that %s is refused", (_what, read, message) => {
    expect(
      problems(minimal.replace("hidden-primary", "hidden-primary, key: 'file:/run/key'"), {}, read)[0],
    ).toMatch(message);
  });

  test("none is ever in a message, even where a kind's own schema quotes what it was given", () => {
    const found = problems(minimal.replace("hidden-primary", "hidden-primary, key: env:WRONG"), {
      WRONG: "hunter2-and-more",
    });
    expect(found).toEqual(["zonewright.yml:3:40 targets.public.key: the key [secret] is not one"]);
    const broken = [
      ...problems(minimal, { WEBHOOK_SECRET: "too-short-a-secret", PRIVATE_KEY: "hunter2hunter2" }),
      ...problems(minimal, { WEBHOOK_SECRET: `${webhookSecret},short` }),
    ].join("\n");
    expect(broken).not.toMatch(/too-short-a-secret|hunter2|0123456789abcdef/);
  });

  test("values written where something else is expected are not quoted", () => {
    const text = minimal.replace("hidden-primary", "hidden-primary, port: swordfish, secondaries: swordfish");
    expect(problems(`${text}logLevel: swordfish\n`).join("\n")).not.toContain("swordfish");
    expect(problems(text).join("\n")).not.toContain("swordfish");
  });
});

describe("bindingAllows", () => {
  const binding = { zones: ["example.org.", "*.example.net."], views: ["default"] };
  test.each([
    ["example.org.", "default", true],
    ["EXAMPLE.org.", "default", true],
    ["a.example.org.", "default", false],
    ["example.org.", "internal", false],
    ["a.example.net.", "default", true],
    ["a.b.Example.net.", "default", true],
    ["example.net.", "default", false],
    ["badexample.net.", "default", false],
  ])("%s in view %s: %s", (name, view, allowed) => {
    expect(bindingAllows(binding, parseName(name), view)).toBe(allowed);
  });
});
