import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { BAD_ZONE, call, commit, Folders, GOOD_ZONE, git, write } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());

const bad = folders.repository({ "zones/a.example.zone": BAD_ZONE, "zones/b.example.zone": GOOD_ZONE });

describe("zonewright check", () => {
  test("ends with 1 and shows the place of an error, which is all that is on stdout", async () => {
    const { code, out, err } = await call(bad, ["check"]);
    expect(code).toBe(1);
    expect(out).toBe(
      "zones/a.example.zone:5:11: error: www.a.example. is an alias of nowhere.a.example., which does not exist " +
        "[cname-dangling]\n   5 | www CNAME nowhere\n     |           ^^^^^^^\n",
    );
    expect(err).toBe("2 zones, 7 records: 1 error, 0 warnings, 0 notes\n");
  });

  test("ends with 0 and says nothing on stdout where nothing is wrong", async () => {
    expect(await call(bad, ["check", "zones/b.example.zone"])).toEqual({
      code: 0,
      out: "",
      err: "2 zones, 7 records: 0 errors, 0 warnings, 0 notes; 1 finding in files that were not asked for\n",
    });
  });

  test("takes paths from where it is run and tells them from the repository's top", async () => {
    const { code, out } = await call(join(bad, "zones"), ["check", "a.example.zone"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^zones\/a\.example\.zone:5:11: error/);
  });

  test.each([
    ["json", "[]\n"],
    ["github", ""],
  ])("as %s is whole with nothing found", async (format, nothing) => {
    const { code, out, err } = await call(bad, ["check", "zones/b.example.zone", "--format", format]);
    expect({ code, out, err }).toEqual({ code: 0, out: nothing, err: "" });
  });

  test("as json is an array of findings with the documented keys", async () => {
    const { code, out } = await call(bad, ["check", "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: "zones/a.example.zone",
        line: 5,
        column: 11,
        endLine: 5,
        endColumn: 18,
        rule: "cname-dangling",
        severity: "error",
        message: "www.a.example. is an alias of nowhere.a.example., which does not exist",
      },
    ]);
  });

  test("as sarif describes the rules it names; as junit lists the files it judged", async () => {
    const sarif = JSON.parse((await call(bad, ["check", "--format", "sarif"])).out);
    expect(sarif.runs[0].tool.driver.rules).toEqual([
      { id: "cname-dangling", shortDescription: { text: expect.stringMatching(/\w+ \w+/) } },
    ]);
    const junit = (await call(bad, ["check", "--format", "junit"])).out;
    expect(junit).toContain('<testsuite name="zones/b.example.zone" tests="1" failures="0"');
  });
});

describe("it cannot run: exit 2, nothing on stdout, and why on stderr", () => {
  const plain = folders.make({ "README.md": "no zones\n" });
  const configured = (text: string) =>
    folders.repository({ "zones/a.example.zone": GOOD_ZONE, ".github/zonewright.yml": text });
  const broken = configured("version: 1\nzone: []\n");
  const elsewhere = configured("version: 1\nzones: [{files: 'dns/*.db', name: '{stem}'}]\n");
  const bare = folders.make({});
  git(bare, "clone", "-q", "--bare", bad, "here.git");
  const fifo = folders.make({});
  execFileSync("mkfifo", [join(fifo, "a.zone")]);
  write(plain, { "not-findings.json": '{"a": 1}', "no.json": "{", "beside/Zone file": GOOD_ZONE });

  test.each([
    ["no zones anywhere", plain, ["check"], /no zone files were found \(without \.github\/zonewright\.yml/],
    [
      "a config that matches nothing",
      elsewhere,
      ["check"],
      /no zone files were found \(by the config.*dns\/\*\.db/,
    ],
    ["a file that is no zone", elsewhere, ["check", "zones/a.example.zone"], /no zone files were found/],
    ["a folder without zones", bad, ["check", ".git"], /reading .*git repository/],
    ["a missing file", bad, ["check", "gone.zone"], /gone\.zone: there is no such file/],
    ["what is neither file nor folder", fifo, ["check", "a.zone"], /neither a file nor a folder/],
    ["files of two repositories", bad, ["check", "zones", plain], /it is outside of/],
    [
      "a broken config",
      broken,
      ["check", "--format", "json"],
      /\.github\/zonewright\.yml:2:1: error: there is no key "zone"/,
    ],
    ["a config that is not there", bad, ["check", "--config", "no.yml"], /no\.yml: there is no such file/],
    [
      "a broken config that is named",
      bad,
      ["check", "--config", join(broken, ".github/zonewright.yml")],
      /zonewright\.yml:2:1: error/,
    ],
    ["an unknown format", bad, ["check", "--format", "jsn"], /"jsn" is none of .*did you mean json/],
    ["an unknown option", bad, ["check", "--formt", "json"], /unknown option '--formt'/],
    [
      "an origin that is no name",
      bad,
      ["check", "--origin", "a..b", "zones/a.example.zone"],
      /no name of a zone/,
    ],
    ["an origin for a folder", bad, ["check", "--origin", "a.example", "zones"], /give exactly one file/],
    [
      "a name no zone can have",
      plain,
      ["check", "beside/Zone file"],
      /its name is not one a zone can have \(give --origin/,
    ],
    ["a baseline that is nothing", bad, ["check", "--baseline", "v0"], /no such file and no such commit/],
    ["a baseline like an option", bad, ["check", "--baseline=--help"], /no such file and no such commit/],
    ["a baseline that is not JSON", bad, ["check", "--baseline", join(plain, "no.json")], /it is not JSON/],
    [
      "a baseline of something else",
      bad,
      ["check", "--baseline", join(plain, "not-findings.json")],
      /not a list of findings/,
    ],
    ["a bare repository", join(bare, "here.git"), ["check"], /bare repository.*plan --from REF --to REF/],
    ["no command", bad, [], /Usage: zonewright/],
  ] as const)("%s", async (_what, folder, args, why) => {
    const { code, out, err } = await call(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(why);
    expect(err).not.toMatch(/bug of ours|\n {4}at /);
  });
});

describe("where it is run", () => {
  test("outside of git it finds zones below the folder, or those named with what they include", async () => {
    const folder = folders.make({
      "zones/a.example.zone": BAD_ZONE,
      "loose/mein zöne/b.example.zone": `${GOOD_ZONE}$Include parts/more\n`,
      "loose/mein zöne/parts/more": "www CNAME nowhere\n",
    });
    const all = await call(folder, ["check"]);
    const one = await call(folder, ["check", "loose/mein zöne/b.example.zone"]);
    expect(all.out).toMatch(/^zones\/a\.example\.zone:5:11/);
    expect(one.out).toMatch(/^loose\/mein zöne\/parts\/more:1:11: error/);
    expect(one.code).toBe(1);
    expect(one.err).toContain("is taken for the zone b.example., as its name says");
  });

  test("--origin names the zone of one file, with or without its final dot, and runs no checks", async () => {
    const folder = folders.make({
      "db.txt": BAD_ZONE,
      "checks/mail.yml": "checks: [{name: x, expect: [{mx: other.example}]}]\n",
    });
    for (const name of ["a.example", "a.example."]) {
      const { code, out, err } = await call(folder, ["check", "--origin", name, "db.txt"]);
      expect(code).toBe(1);
      expect(out).toContain("www.a.example. is an alias");
      expect(err).toBe("1 zone, 4 records: 1 error, 0 warnings, 0 notes\n");
    }
  });

  test("a part of a zone is judged as part of it, and a zone with its parts", async () => {
    const folder = folders.repository({
      "zones/a.example.zone": `${GOOD_ZONE}$INCLUDE parts/www\n`,
      "zones/parts/www": "www CNAME nowhere\n",
    });
    const part = await call(folder, ["check", "zones/parts/www"]);
    const zone = await call(folder, ["check", "zones/a.example.zone"]);
    expect(part.out).toMatch(/^zones\/parts\/www:1:11: error: www\.a\.example/);
    expect(zone.out).toBe(part.out);
  });

  test("a path through a link to a folder works; a zone that is a link is refused, as the bot would", async () => {
    const folder = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
    symlinkSync("a.example.zone", join(folder, "zones/b.example.zone"));
    const elsewhere = folders.make({});
    symlinkSync(folder, join(elsewhere, "way"));
    const through = await call(elsewhere, ["check", "way/zones/a.example.zone"]);
    const link = await call(folder, ["check"]);
    expect({ code: through.code, out: through.out }).toEqual({ code: 0, out: "" });
    expect(link.code).toBe(1);
    expect(link.out).toMatch(/b\.example\.zone:1:1: error: this file is a symbolic link/);
  });

  test("a zone file that became a pipe or is gone does not hang or pass for a good one", async () => {
    const folder = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
    rmSync(join(folder, "zones/a.example.zone"));
    expect((await call(folder, ["check"])).code).toBe(2);
    execFileSync("mkfifo", [join(folder, "zones/a.example.zone")]);
    const { code, out } = await call(folder, ["check"]);
    expect(code).toBe(1);
    expect(out).toMatch(/a\.example\.zone:1:1: error: this file has the mode 010000 of no plain file/);
  });

  test("a tracked folder that became a link leads nowhere", async () => {
    const outside = folders.make({ "a.example.zone": "; secret\n" });
    const folder = folders.repository({ "zones/a.example.zone": GOOD_ZONE, "dns/b.zone": GOOD_ZONE });
    rmSync(join(folder, "zones"), { recursive: true });
    symlinkSync(outside, join(folder, "zones"));
    const { code, out, err } = await call(folder, ["check"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toContain("secret");
  });

  test("nothing that the repository's own git configuration names is started", async () => {
    const folder = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
    const mark = join(folder, "started");
    write(folder, { "evil.sh": `#!/bin/sh\ntouch "${mark}"\ncat\n`, ".gitattributes": "* filter=evil\n" });
    chmodSync(join(folder, "evil.sh"), 0o755);
    const evil = join(folder, "evil.sh");
    for (const key of [
      "core.fsmonitor",
      "filter.evil.clean",
      "filter.evil.smudge",
      "core.pager",
      "diff.external",
    ])
      git(folder, "config", key, evil);
    git(folder, "config", "core.hooksPath", folder);
    write(folder, { "zones/a.example.zone": BAD_ZONE });
    expect((await call(folder, ["check", "--baseline", "HEAD"])).code).toBe(1);
    expect((await call(folder, ["plan", "--from", "HEAD"])).code).toBe(0);
    expect(existsSync(mark)).toBe(false);
  });

  test("variables that point git elsewhere, as its hooks have them, do not count", async () => {
    const other = folders.repository({ "zones/other.example.zone": GOOD_ZONE });
    const { out } = await call(bad, ["check"], { GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other });
    expect(out).toMatch(/^zones\/a\.example\.zone/);
  });

  test("without git a folder that is no repository is judged, and one that is gets told", async () => {
    const folder = folders.make({ "zones/a.example.zone": BAD_ZONE });
    const empty = folders.make({});
    const loose = await call(folder, ["check"], { PATH: empty });
    const repository = await call(bad, ["check"], { PATH: empty });
    expect(loose.code).toBe(1);
    expect(repository).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(/git cannot be run \(install git\)/),
    });
  });
});

describe("--baseline", () => {
  const folder = folders.repository({ "zones/a.example.zone": BAD_ZONE });
  write(folder, { "zones/a.example.zone": BAD_ZONE.replace("ns A", "\n\nftp CNAME nothing\nns A") });

  test("a commit's findings are left out, wherever they moved to", async () => {
    const { code, out } = await call(folder, ["check", "--baseline", "HEAD", "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).map(({ line }: { line: number }) => line)).toEqual([6]);
  });

  test("the findings of another run are left out, and nothing is left of the same one", async () => {
    const before = await call(folder, ["check", "--format", "json"]);
    const file = join(folders.make({ "run.json": before.out }), "run.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toHaveLength(2);
    const { code, out } = await call(folder, ["check", "--baseline", file, "--format", "json"]);
    expect({ code, out }).toEqual({ code: 0, out: "[]\n" });
  });

  test("a check that failed before is left out like any other finding", async () => {
    const check = "checks:\n  - name: mail arrives\n    expect:\n      - mx: a.example\n";
    const place = folders.repository({ "zones/a.example.zone": GOOD_ZONE, "checks/mail.yml": check });
    commitAll(place);
    expect((await call(place, ["check"])).out).toContain("check/mail-arrives");
    expect(await call(place, ["check", "--baseline", "HEAD"])).toMatchObject({ code: 0, out: "" });
  });
});

function commitAll(folder: string): void {
  mkdirSync(join(folder, "more"), { recursive: true });
  write(folder, { "more/file": "x" });
  commit(folder, "more");
}
