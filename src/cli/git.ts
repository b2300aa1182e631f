import { spawn } from "node:child_process";
import { UsageError } from "../base/index.ts";
import type { TreeFile } from "../evaluation/index.ts";

/** Runs git in a folder and gives what it printed. Throws UsageError with git's own words. Never through a shell. */
export async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const child = spawn("git", ["-C", folder, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (cause) =>
      reject(new UsageError(`running git ${args[0]}`, "git is not installed", undefined, { cause })),
    );
    child.once("close", resolve);
  });
  if (code === 0) return Buffer.concat(out);
  throw new UsageError(
    `running git ${args.slice(0, 2).join(" ")}`,
    Buffer.concat(err).toString().trim() || `it ended with ${code}`,
  );
}

/** The top folder of the repository a folder is in; undefined outside of any. */
export async function repositoryRoot(folder: string): Promise<string | undefined> {
  return git(folder, ["rev-parse", "--show-toplevel"]).then(
    (text) => text.toString().trim(),
    () => undefined,
  );
}

/** Every file of a commit's tree. Throws UsageError where the commit is not there. */
export async function listCommit(root: string, ref: string): Promise<readonly TreeFile[]> {
  const listed = await git(root, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", `${ref}^{tree}`]);
  return listed
    .toString()
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [about = "", path = ""] = entry.split("\t", 2);
      const [mode = "", , oid = ""] = about.split(" ");
      return { path, oid, mode };
    });
}

/** One object's octets. */
export function readObject(root: string, oid: string): Promise<Buffer> {
  return git(root, ["cat-file", "blob", oid]);
}
