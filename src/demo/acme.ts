import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The DNS repository of the story's company. */
export const REPOSITORY = "acme/dns";

/** Zones it serves, in the order they are told of. */
export const ZONES = [
  "acme.example.",
  "acme-cdn.example.",
  "acme-status.example.",
  "lab.acme.example.",
  "10.in-addr.arpa.",
] as const;

/** What the operator lets the repository deploy: those, and more below the company's own. */
export const ALLOWED_ZONES = [...ZONES, "*.acme.example."];

/** The people of the story. Mia changes things, Jonas reviews; both may write, neither may approve their own. */
export const PEOPLE = { owner: "acme", developer: "mia", reviewer: "jonas" } as const;

const config = `# How Zonewright judges this repository. Read from the base branch only.
version: 1
zones:
  - files: zones/*.zone
    name: "{stem}"
checks: [checks/*.yml, checks/*.check.ts]
policy:
  approvals: 1
`;

/** Every file of the repository's first commit, by path: the zones and checks of this project, and a config. */
export function acmeFiles(): Record<string, string> {
  return {
    ...filesBelow("zones"),
    ...filesBelow("checks"),
    ".github/zonewright.yml": config,
    "README.md":
      "# acme/dns\n\nEdit a zone, open a pull request. Zonewright tests it, a peer approves, it is served.\n",
  };
}

function filesBelow(folder: string): Record<string, string> {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const files: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files[`${folder}/${path.slice(root.length).replace(/^\/+/, "")}`] = readFileSync(path, "utf8");
  }
  return files;
}
