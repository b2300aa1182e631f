/** Who made a commit and when; `at` is seconds since 1970. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly at: number;
}

export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export function parseCommit(id: string, content: Buffer): Commit {
  const text = content.toString("utf8");
  const blank = text.indexOf("\n\n");
  const headers = text.slice(0, blank < 0 ? undefined : blank).split("\n");
  const values = (name: string) =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    id,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: parseSignature(values("author")[0] ?? ""),
    committer: parseSignature(values("committer")[0] ?? ""),
    message: blank < 0 ? "" : text.slice(blank + 2).replace(/\n$/, ""),
  };
}

export function formatCommit(commit: Omit<Commit, "id">): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
  ];
  return Buffer.from(`${lines.join("\n")}\n\n${commit.message}\n`);
}

function parseSignature(text: string): Signature {
  const found = /^(.*?) ?<([^>]*)> (\d+)/.exec(text);
  return { name: found?.[1] ?? "", email: found?.[2] ?? "", at: Number(found?.[3] ?? 0) };
}

function formatSignature({ name, email, at }: Signature): string {
  const plain = (text: string) => text.replace(/[<>\n]/g, "");
  return `${plain(name)} <${plain(email)}> ${at} +0000`;
}
