import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { rdataCodecs, TYPE } from "../../../src/dns/index.ts";

const folder = fileURLToPath(new URL("../../../src/dns/rdata/", import.meta.url));

describe("the list of codecs", () => {
  test("has every codec in the folder, each from the file of its name", () => {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => /satisfies RdataCodec;/.test(readFileSync(`${folder}${file}`, "utf8")));
    const listed = rdataCodecs.map(({ mnemonic }) => `${mnemonic.toLowerCase()}.ts`);
    expect(listed).toEqual(files.sort());
  });

  test("has each type once, under its registered number", () => {
    expect(new Set(rdataCodecs.map(({ code }) => code)).size).toBe(rdataCodecs.length);
    for (const { mnemonic, code } of rdataCodecs) expect(TYPE[mnemonic]).toBe(code);
  });
});
