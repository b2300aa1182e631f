import { afterAll, describe, expect, test } from "@jest/globals";
import { call, Folders, git, write } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());

const repository = () =>
  folders.repository({
    ".github/zonewright.yml":
      "version: 1\nconfig: [{ files: 'hosts/*', schema: schemas/host.json, target: puppet }]\n",
    "schemas/host.json": '{ "required": ["address"], "properties": { "address": { "format": "ipv4" } } }\n',
    "hosts/web.yaml": "address: 192.0.2.1\n",
  });

describe("a repository of configuration files alone", () => {
  test("is checked: zones are not needed", async () => {
    const folder = repository();
    expect(await call(folder, ["check"])).toEqual({
      code: 0,
      out: "",
      err: "1 config file: 0 errors, 0 warnings, 0 notes\n",
    });
    write(folder, { "hosts/db.yaml": "address: 192.0.2.256\n" });
    const { code, out } = await call(folder, ["check"]);
    expect(code).toBe(1);
    expect(out).toContain(
      'hosts/db.yaml:1:10: error: address: expected an IPv4 address, found text "192.0.2.256" [schema]\n',
    );
  });

  test("has a plan of paths, with the object ids that git gives", async () => {
    const folder = repository();
    const before = git(folder, "rev-parse", "HEAD:hosts/web.yaml").trim();
    write(folder, { "hosts/web.yaml": "address: 192.0.2.2\n" });
    const after = git(folder, "hash-object", "hosts/web.yaml").trim();
    const { code, out } = await call(folder, ["plan", "--from", "HEAD", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).paths).toMatchObject([
      { path: "hosts/web.yaml", target: "puppet", before: { oid: before }, after: { oid: after } },
    ]);
  });

  test("that is as it was has no changes", async () => {
    expect(await call(repository(), ["plan", "--from", "HEAD"])).toMatchObject({
      code: 0,
      out: "No record changes.\n",
    });
  });
});
