import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { call, Folders, GOOD_ZONE } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());

const aligned = `$TTL 1h
@               SOA   ns hostmaster 1 1h 15m 1w 1h
@               NS    ns
ns              A     192.0.2.1
`;

describe("zonewright fmt", () => {
  test("formats all zones of a repository and what they include, and nothing else", async () => {
    const place = folders.repository({
      "zones/a.example.zone": `${GOOD_ZONE}$INCLUDE parts/www\n`,
      "zones/parts/www": "www A 192.0.2.2\n",
      "zones/notes.txt": "a A 192.0.2.1\n",
    });
    chmodSync(join(place, "zones/parts/www"), 0o600);
    const { code, out, err } = await call(join(place, "zones"), ["fmt"]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: "zones/a.example.zone formatted\nzones/parts/www formatted\n",
      err: "",
    });
    expect(readFileSync(join(place, "zones/a.example.zone"), "utf8")).toBe(`${aligned}$INCLUDE parts/www\n`);
    expect(readFileSync(join(place, "zones/parts/www"), "utf8")).toBe("www             A     192.0.2.2\n");
    expect(readFileSync(join(place, "zones/notes.txt"), "utf8")).toBe("a A 192.0.2.1\n");
    expect(statSync(join(place, "zones/parts/www")).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(place, "zones")).sort()).toEqual(["a.example.zone", "notes.txt", "parts"]);
    expect(await call(place, ["fmt"])).toEqual({ code: 0, out: "", err: "" });
  });

  test("--check writes nothing, and ends with 1 where something would change", async () => {
    const place = folders.make({ "a.zone": GOOD_ZONE, "b.zone": aligned });
    const { code, out } = await call(place, ["fmt", "--check", "a.zone", "b.zone"]);
    expect({ code, out }).toEqual({ code: 1, out: "a.zone would change\n" });
    expect(readFileSync(join(place, "a.zone"), "utf8")).toBe(GOOD_ZONE);
    expect((await call(place, ["fmt", "--check", "b.zone"])).code).toBe(0);
  });

  test("leaves a file with a syntax error alone, says where, and formats the others", async () => {
    const broken = `${GOOD_ZONE}www A nowhere\n`;
    const place = folders.make({ "a.zone": broken, "b.zone": GOOD_ZONE });
    const { code, out, err } = await call(place, ["fmt", "a.zone", "b.zone"]);
    expect({ code, out }).toEqual({ code: 1, out: "b.zone formatted\n" });
    expect(err).toMatch(/^a\.zone:5:7: error: /);
    expect(err).toContain("a.zone is left as it is");
    expect(readFileSync(join(place, "a.zone"), "utf8")).toBe(broken);
    expect(readFileSync(join(place, "b.zone"), "utf8")).toBe(aligned);
  });

  test("formats a zone that is broken in other ways than its syntax", async () => {
    const place = folders.make({ part: "a  CNAME  nowhere\n$INCLUDE gone\n" });
    expect(await call(place, ["fmt", "part"])).toEqual({ code: 0, out: "part formatted\n", err: "" });
  });

  test("follows the repository's config, and a folder that is named", async () => {
    const place = folders.repository({
      ".github/zonewright.yml": 'version: 1\nzones:\n  - { files: "*/*.db", name: "{stem}" }\n',
      "one/a.example.db": GOOD_ZONE,
      "two/b.example.db": GOOD_ZONE,
    });
    expect((await call(place, ["fmt", "two"])).out).toBe("two/b.example.db formatted\n");
    expect((await call(place, ["fmt", "--check"])).out).toBe("one/a.example.db would change\n");
  });

  test("cannot run where there is nothing, and does not follow links", async () => {
    const place = folders.make({ "a.zone": GOOD_ZONE, "empty/readme": "" });
    symlinkSync(join(place, "a.zone"), join(place, "link.zone"));
    for (const [args, why] of [
      [["fmt", "gone.zone"], /there is no such file/],
      [["fmt", "empty"], /no zone files were found/],
      [["fmt", "link.zone"], /link/],
      [["fmt", "--frob"], /unknown option/],
    ] as const) {
      const { code, out, err } = await call(place, args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(why);
    }
    expect(readFileSync(join(place, "a.zone"), "utf8")).toBe(GOOD_ZONE);
  });
});
