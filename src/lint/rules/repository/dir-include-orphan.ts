import { fileSpan } from "../../../base/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";

/** Last parts of paths that people give to zone files and fragments of them. */
const endings = [".zone", ".inc", ".include", ".db", ".dns", ".hosts"] as const;

export const dirIncludeOrphan = {
  id: "dir-include-orphan",
  severity: "info",
  set: "strict",
  scope: "repository",
  structural: false,
  summary: "A file beside the zone files that is no zone and that no zone includes.",
  explanation:
    "Nothing of such a file is ever served, and whoever edits it will wonder. Include it, name it as a zone in " +
    "`.github/zonewright.yml`, or delete it. Only files that end like zone files, in a folder with a zone, are looked at.",
  examples: {
    fail: [
      {
        title: "a fragment that is included no more",
        zones: [exampleZone("example.org.", "www A 192.0.2.1")],
        paths: ["hosts.inc"],
        elsewhere: ["hosts.inc:1:1 dir-include-orphan"],
      },
    ],
    pass: [
      {
        title: "an included fragment, and files of other kinds",
        zones: [
          {
            ...exampleZone("example.org.", "$INCLUDE hosts.inc\nwww A 192.0.2.1"),
            includes: { "hosts.inc": "app A 192.0.2.2\n" },
          },
        ],
        paths: ["hosts.inc", "README.md", "other/left.zone"],
      },
    ],
  },
  check({ zone, zones, paths, report }) {
    if (zone !== zones[0]) return;
    const used = new Set(zones.flatMap((one) => [one.file, ...one.files]));
    const folders = new Set([...used].map(folderOf));
    for (const path of paths) {
      if (used.has(path) || !folders.has(folderOf(path)) || !endings.some((end) => path.endsWith(end)))
        continue;
      report({
        span: fileSpan(path),
        message: `${path} is no zone, and no zone includes it: nothing of it is served`,
      });
    }
  },
} as const satisfies Rule;

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
