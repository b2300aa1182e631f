import { describe, expect, test } from "@jest/globals";
import { resolveInclude } from "../../src/zonefile/include-path.ts";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { readFiles } from "./reading.ts";

describe("the file that $INCLUDE means", () => {
  test.each([
    ["web.inc", "example.zone", "web.inc"],
    ["web.inc", "zones/example.zone", "zones/web.inc"],
    ["./parts/web", "zones/example.zone", "zones/parts/web"],
    ["../shared/ns", "zones/example.zone", "shared/ns"],
    ["a//b/./c/../d", "example.zone", "a/b/d"],
    ["...", "example.zone", "..."],
    ["a b", "example.zone", "a b"],
  ])("%j in %s is %s", (wanted, from, path) => {
    expect(resolveInclude(wanted, from)).toEqual({ path });
  });

  test.each([
    ["/etc/passwd", "absolute"],
    ["//host/share", "absolute"],
    ["..", "directory"],
    ["../../..", "out of the repository"],
    ["../../etc/passwd", "out of the repository"],
    ["a/../../../b", "out of the repository"],
    ["..\\b", "backslash"],
    ["C:\\b", "backslash"],
    ["a\0b", "NUL"],
    ["", "no file"],
    [".", "directory"],
    ["parts/", "directory"],
  ])("%j is refused", (wanted, why) => {
    expect(resolveInclude(wanted, "zones/example.zone")).toEqual({ refusal: expect.stringContaining(why) });
  });
});

describe("reading a zone with $INCLUDE", () => {
  test("asks for no path that is refused", () => {
    const asked: string[] = [];
    const wanted = ["/etc/hostname", "../x", "a/../../x", '"a\\\\b"', "./../../y"];
    const { diagnostics, missing } = readFiles(
      new Proxy(
        { "example.zone": preamble + wanted.map((path) => `$INCLUDE ${path}\n`).join("") },
        {
          getOwnPropertyDescriptor(target, path) {
            asked.push(String(path));
            return Reflect.getOwnPropertyDescriptor(target, path);
          },
        },
      ),
    );
    expect(asked).toEqual(["example.zone"]);
    expect(missing).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(wanted.map(() => "dir-include-escape"));
  });

  test("tells which files were read and which are missing", () => {
    const { files, missing, zone } = readFiles({
      "example.zone": `${preamble}$INCLUDE a\n$INCLUDE gone\n$INCLUDE d/a\n$INCLUDE a x.example.\n`,
      a: "www A 192.0.2.2\n",
      "d/a": "$INCLUDE b\n",
    });
    expect(files).toEqual(["example.zone", "a", "d/a"]);
    expect(missing).toEqual(["gone", "d/b"]);
    expect(zone.place(3)).toEqual({ file: "a", line: 1, offset: 0 });
    expect(zone.owner(4)).toBe("www.x.example.");
  });

  test("without the zone's own file says so", () => {
    const { diagnostics, files, missing, zone } = readFiles({});
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "error dir-include-missing",
    ]);
    expect([files, missing, zone.size]).toEqual([[], ["example.zone"], 0]);
  });

  test("starts the included file without an owner", () => {
    const { diagnostics } = readFiles({ "example.zone": `${preamble}$INCLUDE a\n`, a: " A 192.0.2.2\n" });
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual(["a syn-no-owner"]);
  });

  test("does not read a file that includes its parent", () => {
    const { diagnostics } = readFiles({
      "example.zone": `${preamble}$INCLUDE d/a\n`,
      "d/a": "$INCLUDE ../example.zone\n",
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: "d/a", line: 1, column: 10, rule: "dir-include-cycle" },
    ]);
  });
});
