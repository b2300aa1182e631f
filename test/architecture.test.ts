import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";

/** Layers from the ground up. A folder may import its own layer and those below, where no cycle results. */
const layers: readonly (readonly string[])[] = [
  ["base"],
  ["diagnostic", "dns", "pull", "zonefile"],
  ["checks", "documents", "lint", "plan", "policy"],
  ["config", "deploy", "evaluation", "queue"],
  ["announce", "github", "net", "store", "targets"],
  ["controller"],
  ["app.ts", "cli", "demo", "main.ts", "web"],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = filesBelow("src").filter((file) => file.endsWith(".ts"));
const imports: readonly Import[] = sources.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => ({
    from: relative("src", from),
    to: relative("src", normalize(join(dirname(from), match[1]!))),
  })),
);

describe("the house", () => {
  test("has no room outside the plan", () => {
    const known = new Set(layers.flat());
    expect(
      [...new Set(sources.map((file) => roomOf(relative("src", file))))].filter((room) => !known.has(room)),
    ).toEqual([]);
  });

  test("imports point down the layers", () => {
    expect(imports.filter(({ from, to }) => layerOf(to) > layerOf(from)).map(show)).toEqual([]);
  });

  test("each folder is entered by its index", () => {
    const through = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && to.includes("/"));
    expect(through.filter(({ to }) => to !== `${roomOf(to)}/index.ts`).map(show)).toEqual([]);
  });

  test("only the demo knows the stand-in GitHub, and only edges know the edges", () => {
    expect(
      imports.filter(({ from, to }) => to.startsWith("demo/github") && !from.startsWith("demo/")).map(show),
    ).toEqual([]);
  });

  test("only src/github imports Probot and Octokit", () => {
    const knowing = sources.filter((file) =>
      /from "(?:probot|@octokit\/[^"]+)"/.test(readFileSync(file, "utf8")),
    );
    expect(knowing.filter((file) => !file.startsWith("src/github/"))).toEqual([]);
  });

  test("no file imports itself through others, types included", () => {
    expect(cycles(imports)).toEqual([]);
  });

  test("no folder imports itself through others", () => {
    const rooms = imports
      .map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
      .filter(({ from, to }) => from !== to);
    expect(cycles(rooms)).toEqual([]);
  });

  test("no file is a dumping ground, none is over 400 lines, and the median is under 100", () => {
    const named = sources.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|shared|types)(?:\.ts|\/)/.test(file),
    );
    expect(named).toEqual([]);
    const lengths = sources
      .map((file) => readFileSync(file, "utf8").split("\n").length)
      .sort((a, b) => a - b);
    expect(sources.filter((file) => readFileSync(file, "utf8").split("\n").length > 400)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
  });
});

function show({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function roomOf(path: string): string {
  return path.split("/")[0]!;
}

function layerOf(path: string): number {
  return layers.findIndex((rooms) => rooms.includes(roomOf(path)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Every cycle as one line of names, found by walking depth first. */
function cycles(edges: readonly Import[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (node: string, path: readonly string[]): void => {
    const seen = path.indexOf(node);
    if (seen >= 0) found.push([...path.slice(seen), node].join(" -> "));
    if (seen >= 0 || done.has(node)) return;
    for (const target of next.get(node) ?? []) walk(target, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) walk(node, []);
  return found;
}
