import { afterAll, describe, expect, test } from "@jest/globals";
import { call, Folders } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());

describe("zonewright serve does not start", () => {
  test("without a config, and says how to name one", async () => {
    expect(await call(folders.make({}), ["serve"])).toEqual({
      code: 2,
      out: "",
      err: "zonewright: reading the operator's config zonewright.yml: there is no such file (name it with --config)\n",
    });
  });

  test("with a broken config, and tells where it is broken", async () => {
    const folder = folders.make({ "zonewright.yml": "lisen: {}\n" });
    const { code, out, err } = await call(folder, ["serve"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/zonewright\.yml:1:1: error: there is no key "lisen": did you mean "listen"\?/);
  });

  test("with a .env that cannot be read", async () => {
    const folder = folders.make({ ".env/file": "", "zonewright.yml": "" });
    const { code, err } = await call(folder, ["serve"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^zonewright: reading \.env: /);
  });
});
