import { messageOf } from "../base/index.ts";

const words: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder",
  ELOOP: "it is a link that leads to itself",
};

/** Why something could not be read from the disk, in words. */
export function readProblem(error: unknown): string {
  return words[(error as NodeJS.ErrnoException | undefined)?.code ?? ""] ?? messageOf(error);
}

/** Text for people; a byte order mark stays, since columns count it. */
export function textOfOctets(octets: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);
}
