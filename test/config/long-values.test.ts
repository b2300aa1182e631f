import { describe, expect, test } from "@jest/globals";
import { RawOperatorConfig } from "../../src/config/raw/operator.ts";
import { Secrets } from "../../src/config/secrets.ts";
import { growth } from "../growth.ts";

const publicUrl = (url: string) => RawOperatorConfig.shape.publicUrl.parse(url);
const secret = (text: string) => new Secrets({}, () => text).file("key");

describe("what ends a value is taken off", () => {
  test("every line end of a secret's file, and none within", () => {
    expect(secret("a\n\nb\r\n\n")).toEqual({ secret: "a\n\nb" });
    expect(secret("\n\n")).toEqual({ problem: "the file key is empty" });
  });

  test("every slash of a URL, and none within", () => {
    expect(publicUrl("https://a.example//b//")).toBe("https://a.example//b");
  });

  test("in a time that grows with its length", () => {
    expect(growth((size) => secret(`${"\n".repeat(size)}x`))).toBeLessThan(64);
    expect(growth((size) => publicUrl(`https://a.example${"/".repeat(size)}x`))).toBeLessThan(64);
  });
});
