import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../../base/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import {
  type Name,
  NameError,
  parseName,
  rdataToText,
  rootName,
  typeName,
  type Zone,
  zoneText,
} from "../../dns/index.ts";
import { parseZone } from "../../zonefile/index.ts";
import { type Command, EXIT } from "../command.ts";
import { findRepository } from "../git.ts";
import { diskFiles } from "../loose-files.ts";
import { chosen, textOf } from "../option.ts";
import { readProblem, textOfOctets } from "../reading.ts";

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
    const format = chosen("--format", textOf(options.format), formats);
    const origin = readOrigin(textOf(options.origin) ?? "");
    const { file, read } = await openZoneFile(args[0]!);
    const { zone, diagnostics } = parseZone({ file, origin, read });
    if (diagnostics.some(({ severity }) => severity === "error")) {
      const source = (path: string) => {
        const octets = read(path);
        return octets && textOfOctets(octets);
      };
      output.note(formatDiagnostics(diagnostics, "text", { source }));
      return EXIT.findings;
    }
    output.out(format === "json" ? `${JSON.stringify(toJson(zone), null, 2)}\n` : zoneText(zone));
    return EXIT.ok;
  },
};

/**
 * The file, by its path in the repository it is in or its name in its folder, and the way to read it and what it
 * includes: inside of that only, and never through links. The file itself may be a link or a pipe, and is read once.
 */
async function openZoneFile(
  given: string,
): Promise<{ file: string; read: (path: string) => Uint8Array | undefined }> {
  const written = resolve(given);
  const octets = await readFile(written).catch((cause: unknown) => {
    throw new UsageError(`reading ${given}`, readProblem(cause), undefined, { cause });
  });
  const folder = await realpath(dirname(written));
  const repository = await findRepository(folder);
  const root = repository && !repository.bare ? repository.root : folder;
  const file = relative(root, join(folder, basename(written)))
    .split(sep)
    .join("/");
  const readIncluded = diskFiles(root);
  return { file, read: (path) => (path === file ? octets : readIncluded(path)) };
}

/** Absolute, whether or not the final dot was typed: nobody means a zone relative to anything here. */
function readOrigin(text: string): Name {
  try {
    return parseName(text, rootName);
  } catch (cause) {
    if (!(cause instanceof NameError)) throw cause;
    throw new UsageError(`reading --origin "${text}"`, cause.message, "write it like example.org", { cause });
  }
}

function toJson(zone: Zone): object {
  const records = [...zone.rrsets()].flatMap(({ owner, type, ttl, rdata }) =>
    rdata.map((octets) => ({ owner, ttl, type: typeName(type), rdata: rdataToText(type, octets) })),
  );
  return { zone: zone.apex, records };
}
