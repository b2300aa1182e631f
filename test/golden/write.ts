// Writes the golden files anew: what the bot publishes on each kind of the demo's pull requests. Read what changed.

import { spawnSync } from "node:child_process";

const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "test/golden"];
const { status } = spawnSync(process.execPath, jest, {
  stdio: "inherit",
  env: { ...process.env, ZONEWRIGHT_GOLDEN: "write" },
});
process.exitCode = status ?? 1;
