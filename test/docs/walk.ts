import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseName } from "../../src/dns/index.ts";
import { readZoneText } from "../../src/zonefile/index.ts";
import { call, write } from "../cli/world.ts";
import { answerFrom } from "../net/served.ts";
import { Servers } from "../net/servers.ts";
import { blocksOf } from "./blocks.ts";

/** The last day of the guide's exception. A year after today stands in for it, or the guide would expire. */
const LAST_DAY = "2027-01-31";

/** The guide's nameserver. One on loopback stands in for it. */
const NAMESERVER = "192.0.2.53";

/** A command that a guide shows, with what it shows of the output, and what the command says. */
export interface Step {
  readonly command: string;
  readonly shown: string;
  readonly said: string;
}

/**
 * Does in an empty folder what a guide says, block by block: a block that begins with a comment that is a path is that
 * file; a diff that begins with "@@ PATH @@" changes one; a console block is run. The nameserver serves the zone as it
 * was before the last change.
 */
export async function walk(guide: string, zone: { readonly path: string; readonly name: string }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "zonewright-guide-")));
  const servers = new Servers();
  let served = "";
  const change = (path: string, text: string, before: string) => {
    if (path === zone.path) served = before;
    write(folder, { [path]: text });
  };
  try {
    const { endpoint } = await servers.dns((query) =>
      answerFrom([readZoneText(served, parseName(zone.name))], query),
    );
    const real = (text: string) =>
      text
        .replaceAll(LAST_DAY, `${new Date().getUTCFullYear() + 1}-01-31`)
        .replaceAll(`--server ${NAMESERVER}`, `--server 127.0.0.1#${endpoint.port}`);
    const steps: Step[] = [];
    for (const { language, text } of blocksOf(guide)) {
      const file = /^(?:#|;|\/\/) (\w\S*\/\S+)\n/.exec(text)?.[1];
      const edited = language === "diff" ? /^@@ (\S+) @@\n/.exec(text)?.[1] : undefined;
      if (language === "console") {
        const [, command, shown] = /^\$ zonewright (.*)\n([\s\S]*)$/.exec(text)!;
        const { out, err } = await call(folder, real(command!).split(" "));
        const said = `${out}${err}`.replaceAll(`127.0.0.1#${endpoint.port}`, `${NAMESERVER}#53`);
        steps.push({ command: command!, shown: shown!, said });
      } else if (edited !== undefined) {
        const before = readFileSync(join(folder, edited), "utf8");
        change(edited, changed(before, real(text), edited), before);
      } else if (file !== undefined) change(file, real(text), real(text));
    }
    return steps;
  } finally {
    await servers.close();
    rmSync(folder, { recursive: true });
  }
}

/** A text after the change that a diff shows. Throws where the diff is not about it. */
function changed(text: string, diff: string, path: string): string {
  const lines = diff.split("\n").slice(1, -1);
  const side = (other: string) =>
    lines.flatMap((line) => (line.startsWith(other) ? [] : [`${line.slice(1)}\n`])).join("");
  const [before, after] = [side("+"), side("-")];
  if (text.split(before).length !== 2) throw new Error(`the guide's diff does not fit ${path}:\n${before}`);
  return text.replace(before, () => after);
}
