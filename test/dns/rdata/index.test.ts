import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { isMetaType, rdataCodecs, TYPE } from "../../../src/dns/index.ts";

const folder = fileURLToPath(new URL("../../../src/dns/rdata/", import.meta.url));

describe("the list of codecs", () => {
  test("has every codec in the folder, each from the file of its name", () => {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => /satisfies RdataCodec;/.test(readFileSync(`${folder}${file}`, "utf8")));
    const listed = rdataCodecs.map(({ mnemonic }) => `${mnemonic.toLowerCase()}.ts`);
    expect(listed).toEqual(files.sort());
  });

  test("lacks only types that no zone may hold, and those whose data has no form of its own", () => {
    const known = new Set<string>(rdataCodecs.map(({ mnemonic }) => mnemonic));
    const lacking = Object.entries(TYPE).filter(
      ([mnemonic, code]) => !known.has(mnemonic) && !isMetaType(code),
    );
    expect(lacking.map(([mnemonic]) => mnemonic)).toEqual(["NULL", "UINFO", "UID", "GID", "UNSPEC"]);
  });

  test("names its source, and has an example", () => {
    for (const { rfc, examples } of rdataCodecs) {
      expect(rfc).toMatch(/^(?:RFC \d+|draft-|IANA |INI|ATM )/);
      expect(examples.length).toBeGreaterThan(0);
    }
  });

  test("has each type once, under its registered number", () => {
    expect(new Set(rdataCodecs.map(({ code }) => code)).size).toBe(rdataCodecs.length);
    for (const { mnemonic, code } of rdataCodecs) expect(TYPE[mnemonic]).toBe(code);
  });
});
