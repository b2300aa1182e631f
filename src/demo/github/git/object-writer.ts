import { createHash, randomBytes } from "node:crypto";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { ObjectType } from "./object-reader.ts";

/** Writes an object as git's loose file and returns its id. Writing what is there already changes nothing. */
export async function writeObject(directory: string, type: ObjectType, content: Uint8Array): Promise<string> {
  const header = Buffer.from(`${type} ${content.length}\0`, "latin1");
  const whole = Buffer.concat([header, content]);
  const id = createHash("sha1").update(whole).digest("hex");
  const folder = join(directory, "objects", id.slice(0, 2));
  const path = join(folder, id.slice(2));
  if (await exists(path)) return id;
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `tmp_obj_${randomBytes(6).toString("hex")}`);
  await writeFile(temporary, deflateSync(whole), { mode: 0o444 });
  await rename(temporary, path);
  return id;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
