import type { Diagnostic } from "../../src/diagnostic/index.ts";

/** An error with a fix. */
export const dot: Diagnostic = {
  file: "zones/example.org.zone",
  line: 2,
  column: 11,
  endLine: 2,
  endColumn: 26,
  rule: "missing-trailing-dot-target",
  severity: "error",
  message: "web.example.net was probably meant",
  fix: {
    title: "end the name with a dot",
    edits: [{ line: 2, column: 26, endLine: 2, endColumn: 26, text: "." }],
  },
};

/** A warning. */
export const duplicate: Diagnostic = {
  file: "zones/example.org.zone",
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 6,
  rule: "rr-duplicate",
  severity: "warning",
  message: "already there",
};

/** What a stranger may put into names, paths and records. */
export const hostile: Diagnostic = {
  ...duplicate,
  file: "zö nes/a&b<c>\"d'e:%#?\u0007\ud800.zone",
  message: "[click](https://evil.example) {0} ]]> & <b> \u0000\u001b[31m\u202e\ufffe\udfff\r\n\tend",
};
