import { globSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Packages that commands for people load. They go into the bundle, since looking for hundreds of small files takes
 * longer than a check; all others are the bot's, are loaded once, and stay where npm put them.
 */
const bundled: ReadonlySet<string> = new Set(["commander", "picocolors", "re2js", "yaml", "zod"]);

/** Bundles the program into dist/: a file for each command and one for what several share, loaded as they are wanted. */
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
rmSync(join(root, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { main: "src/main.ts", ...threadEntries() },
  outdir: "dist",
  // Next to the files of threads, which they start by a path beside their own.
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  sourcemap: true,
  format: "esm",
  platform: "node",
  target: "node24",
  external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
  // CommonJS packages in the bundle ask for Node's own modules.
  banner: {
    js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
  },
  logLevel: "warning",
});

/** What worker threads start with: every file of the program that listens to the thread that started it. */
function threadEntries(): Record<string, string> {
  const files = globSync("src/**/*.ts", { cwd: root }).filter((file) =>
    /\bparentPort\b/.test(readFileSync(join(root, file), "utf8")),
  );
  const entries = new Map(files.map((file) => [`chunks/${basename(file, ".ts")}`, file]));
  if (entries.size < files.length)
    throw new Error(`two entries of threads have one name: ${files.join(", ")}`);
  return Object.fromEntries(entries);
}
