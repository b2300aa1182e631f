#!/usr/bin/env node
import { statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

// Before anything else is imported: what is loaded earlier is not cached.
const cache = ownCacheFolder();
if (process.env.NODE_COMPILE_CACHE === undefined && cache !== undefined) enableCompileCache(cache);

const { run } = await import("./cli/index.ts");
process.exitCode = await run(process.argv.slice(2));

/**
 * Where compiled code is kept, below the person's own folder for caches: Node's default is one in the shared temporary
 * folder, where somebody else could have put code for us to run. Undefined where there is no such folder of their own.
 */
function ownCacheFolder(): string | undefined {
  try {
    const home = homedir();
    if (statSync(home).uid !== process.getuid?.()) return undefined;
    const chosen = process.env.XDG_CACHE_HOME ?? "";
    return join(isAbsolute(chosen) ? chosen : join(home, ".cache"), "zonewright", "compiled");
  } catch {
    return undefined;
  }
}
