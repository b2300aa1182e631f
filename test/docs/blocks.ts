import { readdirSync, readFileSync } from "node:fs";

/** A fenced block of a guide. */
export interface Block {
  readonly guide: string;
  readonly language: string;
  readonly text: string;
}

/** The guides: README.md and docs/*.md. */
export function guides(): readonly string[] {
  const docs = readdirSync("docs").filter((name) => name.endsWith(".md"));
  return ["README.md", ...docs.map((name) => `docs/${name}`)];
}

/** Every fenced block of a guide, without the indentation it stands in. */
export function blocksOf(guide: string): readonly Block[] {
  const found = readFileSync(guide, "utf8").matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm);
  return [...found].map(([, indent, language, text]) => ({
    guide,
    language: language!,
    text: text!.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** The block whose first line is a comment with this file's name. Throws where there is none. */
export function blockFor(guide: string, file: string): Block {
  const found = blocksOf(guide).find(({ text }) => text.startsWith(`# ${file}`));
  if (!found) throw new Error(`${guide} shows no ${file}`);
  return found;
}
