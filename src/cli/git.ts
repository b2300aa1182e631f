import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../base/index.ts";
import type { TreeFile } from "../evaluation/index.ts";

interface GitResult {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Whatever a repository's own configuration says: no program of its choice is started. */
const harmless = [
  "--no-pager",
  "--literal-pathspecs",
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null"].flatMap((setting) => ["-c", setting]),
];

/** Variables of git that may come from the user; the others would point it at another repository than the paths do. */
const kept =
  /^GIT_(?:CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG\w*|(?:ALTERNATE_)?OBJECT_DIRECTOR(?:Y|IES)|QUARANTINE_PATH|EXEC_PATH)$/;

function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("GIT_") || kept.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    // An object that is missing from a partial clone would be fetched by the commands the repository names.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/** Runs git in a folder, without a shell, to its end. Throws UsageError where there is no git. */
async function attempt(folder: string, args: readonly string[], input = ""): Promise<GitResult> {
  const child = spawn("git", [...harmless, "-C", folder, ...args], { env: environment() });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (cause) =>
      reject(
        new UsageError(`reading the git repository at ${folder}`, "git cannot be run", "install git", {
          cause,
        }),
      ),
    );
    child.once("close", resolve);
  });
  return { code, out: Buffer.concat(out), err: Buffer.concat(err).toString().trim() };
}

/** What git printed. Throws UsageError with git's own words. */
async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const { code, out, err } = await attempt(folder, args, input);
  if (code === 0) return out;
  throw new UsageError(`reading the git repository at ${folder}`, reasonOf(err) || `git ended with ${code}`);
}

export interface Repository {
  /** The top folder of the working tree; of a bare repository, the repository's own. */
  readonly root: string;
  readonly bare: boolean;
}

/** The repository a folder is in; undefined outside of any. Throws UsageError where git will not read the one there is. */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  if (!(await isInRepository(folder))) return undefined;
  const bare = (await git(folder, ["rev-parse", "--is-bare-repository"])).toString().trim() === "true";
  const top = await git(folder, ["rev-parse", bare ? "--absolute-git-dir" : "--show-toplevel"]);
  return { root: top.toString().replace(/\n$/, ""), bare };
}

async function isInRepository(folder: string): Promise<boolean> {
  try {
    const { code, err } = await attempt(folder, ["rev-parse", "--git-dir"]);
    if (code === 0) return true;
    if (err.includes("not a git repository")) return false;
    throw new UsageError(`reading the git repository at ${folder}`, reasonOf(err));
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    if (cause?.code === "ENOENT" && !hasGitFolder(folder)) return false;
    throw error;
  }
}

function hasGitFolder(folder: string): boolean {
  return existsSync(join(folder, ".git")) || (dirname(folder) !== folder && hasGitFolder(dirname(folder)));
}

/** Every file of a commit's tree. Throws UsageError where the commit is not there. */
export async function listCommit(root: string, ref: string): Promise<readonly TreeFile[]> {
  const list = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", `${ref}^{tree}`];
  const { code, out, err } = await attempt(root, list);
  if (code !== 0) {
    throw new UsageError(
      `reading the commit "${ref}"`,
      /not a valid object name/i.test(err) ? "there is no such commit here" : reasonOf(err),
      "git log shows which there are; a shallow clone has only the newest (git fetch --unshallow)",
    );
  }
  return entriesOf(out).map((entry) => {
    const [mode = "", , oid = ""] = entry.about.split(" ");
    return { path: entry.path, oid, mode };
  });
}

/** Paths git tracks, with their mode in the index, and those it would add, without. In no order. */
export async function listWorkingTree(root: string): Promise<ReadonlyMap<string, string | undefined>> {
  const tracked = await git(root, ["ls-files", "-z", "--stage"]);
  const others = await git(root, ["ls-files", "-z", "--others", "--exclude-standard"]);
  return new Map([
    ...pathsOf(others).map((path) => [path, undefined] as const),
    ...entriesOf(tracked).map(({ about, path }) => [path, about.split(" ", 1)[0]] as const),
  ]);
}

/** The octets of blobs, by object id; those that are not there are left out. */
export async function readBlobs(root: string, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const answer = await git(root, ["cat-file", "--batch"], oids.map((oid) => `${oid}\n`).join(""));
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf("\n", at);
    const [oid = "", type, size] = answer.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    if (type === "blob") found.set(oid, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function pathsOf(listed: Buffer): string[] {
  return listed
    .toString()
    .split("\0")
    .filter((path) => path !== "");
}

/** `about<TAB>path`, where the path may hold anything but NUL. */
function entriesOf(listed: Buffer): { about: string; path: string }[] {
  return pathsOf(listed).map((entry) => {
    const tab = entry.indexOf("\t");
    return { about: entry.slice(0, tab), path: entry.slice(tab + 1) };
  });
}

/** Git's own words without its prefixes. */
function reasonOf(err: string): string {
  return err.replace(/^(?:fatal|error): /gm, "");
}
