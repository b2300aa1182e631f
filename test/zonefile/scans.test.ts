import { describe, expect, test } from "@jest/globals";
import { formatZoneFile, scansOnRequest } from "../../src/zonefile/index.ts";

type ScanId = "enc-tabs-mixed" | "rr-commented-out";

function found(id: ScanId, text: string): string[] {
  return scansOnRequest[id]!(Buffer.from(text), "example.zone").map(
    ({ line, column, endLine, endColumn, rule }) => `${line}:${column}-${endLine}:${endColumn} ${rule}`,
  );
}

describe("tabs and spaces", () => {
  test.each([
    ["a tab among spaces", "a A 192.0.2.1\nb\tA 192.0.2.2\n", ["2:2-2:3 enc-tabs-mixed"]],
    ["a space among tabs", "a\tA\t192.0.2.1\n\tAAAA ::1\n", ["2:6-2:7 enc-tabs-mixed"]],
    ["both in one place", "a A 192.0.2.1\nb \t A 192.0.2.2\n", ["2:2-2:5 enc-tabs-mixed"]],
    ["as many of each: the first tab", "a A\t192.0.2.1\n", ["1:4-1:5 enc-tabs-mixed"]],
    [
      "after a byte order mark and other scripts",
      "\ufeffa A 192.0.2.1\né\tA 192.0.2.1\n",
      ["2:2-2:3 enc-tabs-mixed"],
    ],
    ["a line without end", "a A 192.0.2.1\nb\tA 192.0.2.2", ["2:2-2:3 enc-tabs-mixed"]],
    ["only tabs", "a\tA\t\t192.0.2.1\n\t\tAAAA\t::1\n", []],
    [
      "in strings, in comments, before them and at the end",
      'a TXT "x\ty" \t; z\tz\n;\tz\nb A 192.0.2.1 \t\r\n',
      [],
    ],
    ["escaped", "a TXT x\\\ty\n", []],
    ["in a string that is not closed", 'a TXT "x\ty\n', []],
    ["nothing", "", []],
  ])("%s", (_, text, places) => {
    expect(found("enc-tabs-mixed", text)).toEqual(places);
  });

  test("are of one kind once the file is formatted", () => {
    const text = 'a\tA 192.0.2.1\n\tTXT ( "x"\t; c\n\t"y" )\n$TTL\t60\n';
    expect(found("enc-tabs-mixed", text)).toHaveLength(1);
    const { octets } = formatZoneFile(Buffer.from(text), "example.zone");
    expect(found("enc-tabs-mixed", Buffer.from(octets).toString())).toEqual([]);
  });
});

describe("records made comments", () => {
  const old = (count: number, mark = ";"): string =>
    Array.from({ length: count }, (_, at) => `${mark}h${at} IN A 192.0.2.${at}\n`).join("");

  test.each([
    ["five, one of which is there", `${old(5)}h2 A 192.0.2.9\n`, ["1:1-5:19 rr-commented-out"]],
    [
      "indented, and with several marks",
      `a A ::1\n${old(5, " ;; ")}H3 AAAA ::1\n\tA 192.0.2.3\n`,
      ["2:1-6:22 rr-commented-out"],
    ],
    ["four", `${old(4)}h2 A 192.0.2.9\n`, []],
    ["none of which is there", `${old(9)}h2 AAAA ::1\n`, []],
    ["with lines between", `${old(3)}\n${old(3)}h2 A 192.0.2.9\n`, []],
    ["that are sentences", `${"; this is a host in our network\n".repeat(9)}this A 192.0.2.9\n`, []],
    ["behind records", `${"h1 A 192.0.2.1 ; h1 A 192.0.2.1\n".repeat(9)}`, []],
  ])("%s", (_, text, places) => {
    expect(found("rr-commented-out", text)).toEqual(places);
  });
});

test.each(Object.entries(scansOnRequest))("%s takes a hostile file in time", (_, scan) => {
  const megabyte = 2 ** 20;
  for (const piece of [" \t", ";", ";a A 192.0.2.1\n", "a (\n", '"', "\\", ';a TXT ("\n', "\ufeff"]) {
    const octets = Buffer.from(piece.repeat(megabyte / piece.length));
    const start = performance.now();
    scan(octets, "example.zone");
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});
