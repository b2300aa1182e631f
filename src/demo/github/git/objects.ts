import { mkdir } from "node:fs/promises";
import { UsageError, ZonewrightError } from "../../../base/index.ts";
import { type Commit, formatCommit, parseCommit } from "./commit.ts";
import { diffTrees, type FileDiff } from "./diff.ts";
import { Git } from "./git.ts";
import { ObjectReader } from "./object-reader.ts";
import { writeObject } from "./object-writer.ts";
import { fileMode, folderMode, formatTree, parseTree, type TreeEntry } from "./tree.ts";

/** New content by path: octets, or an entry that exists already; `undefined` deletes. */
export type TreeChanges = ReadonlyMap<string, Uint8Array | { mode: string; id: string } | undefined>;

/** One file or folder below a tree, with its whole path. */
export interface PathEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
}

/** A bare repository's objects: what is read and written by id, and what git computes over them. */
export class Objects {
  readonly git: Git;
  readonly #reader: ObjectReader;
  /** What git computed from ids alone, which therefore stays true. */
  readonly #computed = new Map<string, Promise<unknown>>();

  private constructor(git: Git) {
    this.git = git;
    this.#reader = new ObjectReader(git);
  }

  /** Makes an empty bare repository. Throws UsageError if the folder is there already. */
  static async create(directory: string): Promise<Objects> {
    if ((await mkdir(directory, { recursive: true })) === undefined) {
      throw new UsageError(
        `making the repository ${directory}`,
        "there is a folder already",
        "choose an empty one",
      );
    }
    const git = new Git(directory);
    await git.run(["init", "--quiet", "--bare", "--template=", directory]);
    return new Objects(git);
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  async blob(id: string): Promise<Buffer | undefined> {
    const object = await this.#reader.read(id);
    return object?.type === "blob" ? object.content : undefined;
  }

  async commit(id: string): Promise<Commit | undefined> {
    const object = await this.#reader.read(id);
    return object?.type === "commit" ? parseCommit(id, object.content) : undefined;
  }

  /** A commit that must be there. */
  async commitAt(id: string): Promise<Commit> {
    const commit = await this.commit(id);
    if (!commit) throw new ZonewrightError(`reading commit ${id}`, "the repository has none");
    return commit;
  }

  /** A tree's entries; takes the id of a commit too. */
  async tree(id: string): Promise<{ id: string; entries: TreeEntry[] } | undefined> {
    const object = await this.#reader.read(id);
    if (object?.type === "commit") return await this.tree(parseCommit(id, object.content).tree);
    return object?.type === "tree" ? { id, entries: parseTree(object.content) } : undefined;
  }

  /** Everything below a tree in path order, folders before what they hold. */
  async walk(tree: string, below = ""): Promise<PathEntry[]> {
    const found: PathEntry[] = [];
    for (const { mode, name, id } of (await this.tree(tree))?.entries ?? []) {
      const path = below + name;
      found.push({ path, mode, id });
      if (mode === folderMode) found.push(...(await this.walk(id, `${path}/`)));
    }
    return found;
  }

  /** The entry at a path below a tree or commit; the tree itself for "". */
  async find(tree: string, path: string): Promise<PathEntry | undefined> {
    let at: PathEntry = { path: "", mode: folderMode, id: tree };
    for (const part of path.split("/").filter((name) => name !== "")) {
      const entry = (await this.tree(at.id))?.entries.find(({ name }) => name === part);
      if (!entry) return undefined;
      at = { path: at.path === "" ? part : `${at.path}/${part}`, mode: entry.mode, id: entry.id };
    }
    return at;
  }

  async writeBlob(content: Uint8Array): Promise<string> {
    return await writeObject(this.git.directory, "blob", content);
  }

  async writeTree(entries: readonly TreeEntry[]): Promise<string> {
    return await writeObject(this.git.directory, "tree", formatTree(entries));
  }

  async writeCommit(commit: Omit<Commit, "id">): Promise<string> {
    return await writeObject(this.git.directory, "commit", formatCommit(commit));
  }

  /** A tree with changes made to it; `base` undefined starts from nothing. Folders left empty go. */
  async editTree(base: string | undefined, changes: TreeChanges): Promise<string> {
    const entries = new Map<string, TreeEntry>();
    for (const entry of (base && (await this.tree(base))?.entries) || []) entries.set(entry.name, entry);
    const below = new Map<string, Map<string, Uint8Array | { mode: string; id: string } | undefined>>();
    for (const [path, content] of changes) {
      const slash = path.indexOf("/");
      if (slash >= 0) {
        const name = path.slice(0, slash);
        below.set(name, (below.get(name) ?? new Map()).set(path.slice(slash + 1), content));
      } else if (content === undefined) {
        entries.delete(path);
      } else if (content instanceof Uint8Array) {
        const mode = entries.get(path)?.mode;
        const kept = mode === undefined || mode === folderMode ? fileMode : mode;
        entries.set(path, { mode: kept, name: path, id: await this.writeBlob(content) });
      } else {
        entries.set(path, { name: path, ...content });
      }
    }
    for (const [name, inner] of below) {
      const present = entries.get(name);
      const id = await this.editTree(present?.mode === folderMode ? present.id : undefined, inner);
      if (id === emptyTree) entries.delete(name);
      else entries.set(name, { mode: folderMode, name, id });
    }
    return await this.writeTree([...entries.values()]);
  }

  /** The merge of two commits' trees; undefined where they conflict. */
  async mergeTrees(ours: string, theirs: string): Promise<string | undefined> {
    const { status, stdout, stderr } = await this.git.attempt(["merge-tree", "--write-tree", ours, theirs]);
    if (status === 0) return stdout.toString("latin1").slice(0, 40);
    if (status === 1) return undefined;
    throw new ZonewrightError(`git merge-tree ${ours} ${theirs}`, stderr);
  }

  /** The best common ancestor; undefined for unrelated histories. */
  async mergeBase(a: string, b: string): Promise<string | undefined> {
    return await this.#once(`merge-base ${a} ${b}`, async () => {
      const { stdout } = await this.git.attempt(["merge-base", a, b]);
      return stdout.toString("latin1").split("\n")[0] || undefined;
    });
  }

  async isAncestor(ancestor: string, of: string): Promise<boolean> {
    return (await this.mergeBase(ancestor, of)) === ancestor;
  }

  /** Ids that `rev-list` lists; arguments are options, ids and `^id`. */
  async revList(...args: readonly string[]): Promise<string[]> {
    return await this.#once(`rev-list ${args.join(" ")}`, async () => {
      const output = await this.git.run(["rev-list", ...args]);
      return output
        .toString("latin1")
        .split("\n")
        .filter((line) => line !== "");
    });
  }

  /** What changed from one commit or tree to another. */
  async diff(from: string, to: string): Promise<FileDiff[]> {
    return await this.#once(`diff ${from} ${to}`, async () => await diffTrees(this.git, from, to));
  }

  #once<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#computed.get(key) as Promise<T> | undefined;
    if (known) return known;
    const oldest = this.#computed.keys().next();
    if (this.#computed.size >= keptResults && !oldest.done) this.#computed.delete(oldest.value);
    const computing = compute();
    this.#computed.set(key, computing);
    computing.catch(() => this.#computed.delete(key));
    return computing;
  }
}

const keptResults = 500;

export const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
