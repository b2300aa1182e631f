import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { messageOf, UsageError } from "../../base/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import {
  type Name,
  NameError,
  parseName,
  rdataToText,
  typeName,
  type Zone,
  zoneText,
} from "../../dns/index.ts";
import { parseZone } from "../../zonefile/index.ts";
import { type Command, EXIT } from "../command.ts";
import { repositoryRoot } from "../git.ts";
import { chosen, textOf } from "../option.ts";

const formats = ["text", "json"] as const;

export const compile: Command = {
  name: "compile",
  summary: "the zone a file means: one record a line, absolute names, canonical order",
  declare: (program) =>
    program
      .argument("<file>", "a zone file")
      .requiredOption("--origin <name>", "the zone's name")
      .option("--format <format>", formats.join(", "), "text"),
  async run({ args, options }, output) {
    const format = chosen("--format", String(options.format), formats);
    const place = resolve(args[0]!);
    await readFile(place).catch((cause: unknown) => {
      throw new UsageError(`reading ${args[0]}`, messageOf(cause));
    });
    // Includes are looked for inside the repository the file is in, or below its folder; never elsewhere.
    const root = (await repositoryRoot(dirname(place))) ?? dirname(place);
    const file = relative(root, place).split(sep).join("/");
    const read = (path: string) => readOrNothing(resolve(root, path));
    const { zone, diagnostics } = parseZone({ file, origin: originOf(textOf(options.origin) ?? ""), read });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const source = (path: string) => {
      const octets = read(path);
      return octets && new TextDecoder().decode(octets);
    };
    if (errors.length > 0) {
      output.note(formatDiagnostics(diagnostics, "text", { source }));
      return EXIT.findings;
    }
    output.out(format === "json" ? `${JSON.stringify(toJson(zone), null, 2)}\n` : zoneText(zone));
    return EXIT.ok;
  },
};

/** Absolute, whether or not the final dot was typed: nobody means a zone relative to anything here. */
function originOf(text: string): Name {
  try {
    return parseName(text, parseName("."));
  } catch (cause) {
    if (cause instanceof NameError) throw new UsageError(`reading --origin "${text}"`, cause.message);
    throw cause;
  }
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function toJson(zone: Zone): object {
  const records = [...zone.rrsets()].flatMap(({ owner, type, ttl, rdata }) =>
    rdata.map((octets) => ({ owner, ttl, type: typeName(type), rdata: rdataToText(type, octets) })),
  );
  return { zone: zone.apex, records };
}
