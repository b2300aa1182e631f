import { describe, expect, test } from "@jest/globals";
import { processOutput } from "../../src/cli/index.ts";
import { Collected } from "./world.ts";

describe("output", () => {
  test("is coloured on a terminal only, and only if colours are wanted", () => {
    const [terminal, file] = [new Collected(true), new Collected()];
    expect(processOutput(terminal, file, true).colour).toBe(true);
    expect(processOutput(terminal, file, false).colour).toBe(false);
    expect(processOutput(file, terminal, true).colour).toBe(false);
    expect(processOutput(file, terminal, true).paint.red("x")).toBe("x");
  });

  test("shows progress on a terminal's stderr, in one line that goes away", async () => {
    const [stdout, stderr] = [new Collected(), new Collected(true)];
    const output = processOutput(stdout, stderr, false);
    output.progress(`reading \u001b[31m${"z".repeat(100)}`);
    output.out("result");
    output.progress("more");
    await output.finish();
    expect(stdout.text).toBe("result\n");
    expect(stderr.text).toBe(
      `\r\u001b[2Kreading \\u{1b}[31m${"z".repeat(21)}\r\u001b[2K\r\u001b[2Kmore\r\u001b[2K`,
    );
  });

  test("shows no progress elsewhere", () => {
    const stderr = new Collected();
    processOutput(new Collected(true), stderr, false).progress("reading");
    expect(stderr.text).toBe("");
  });

  test("tells of what could not be written, unless it is that nobody reads on", async () => {
    const [full, closed] = ["ENOSPC", "EPIPE"].map((code) => {
      const stream = new Collected();
      stream._write = (_chunk, _encoding, done: (error?: Error) => void) =>
        done(Object.assign(new Error(code), { code }));
      return stream;
    });
    const fault = async (stream: Collected) => {
      const output = processOutput(stream, new Collected(), false);
      output.out("result");
      return output.finish();
    };
    expect(await fault(full!)).toBe("ENOSPC");
    expect(await fault(closed!)).toBeUndefined();
  });
});
