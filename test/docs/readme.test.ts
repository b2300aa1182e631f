import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { loadChecks } from "../../src/checks/index.ts";
import { parseOperatorConfig, parseRepositoryConfig } from "../../src/config/index.ts";
import { targetKinds } from "../../src/targets/index.ts";

const readme = readFileSync("README.md", "utf8");

/** The YAML block whose first line is a comment with the file's name, without the indentation it stands in. */
function block(file: string): string {
  const found = [...readme.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm)].find(([, , text]) =>
    text!.trim().startsWith(`# ${file}`),
  );
  if (!found) throw new Error(`README.md shows no ${file}`);
  return found[2]!.replaceAll(new RegExp(`^${found[1]}`, "gm"), "");
}

describe("what the README shows", () => {
  test("is a repository config that is taken", () => {
    expect(parseRepositoryConfig(block(".github/zonewright.yml"), "zonewright.yml").diagnostics).toEqual([]);
  });

  test("is a check file that is taken", () => {
    const octets = new TextEncoder().encode(block("checks/services.yml"));
    const { checks, diagnostics } = loadChecks([{ file: "checks/services.yml", octets }], () => undefined);
    expect(diagnostics).toEqual([]);
    expect(checks).toHaveLength(1);
  });

  test("is an operator's config that is taken", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const env = {
      APP_ID: "1",
      PRIVATE_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef",
    };
    const read = parseOperatorConfig(block("zonewright.yml"), "zonewright.yml", env, () => "", targetKinds);
    expect(read.diagnostics).toEqual([]);
    expect(read.config?.repositories).toHaveLength(1);
  });

  test("is what the command prints", () => {
    const shown = /```console\n\$ npm run -s zonewright -- check\n([\s\S]*?)```/.exec(readme)?.[1];
    const { status, stderr, stdout } = spawnSync(process.execPath, ["src/main.ts", "check"], {
      encoding: "utf8",
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: shown });
  });
});
