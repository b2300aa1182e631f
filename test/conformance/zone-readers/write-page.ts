// Writes the tables of docs/zone-files.md from what the installed programs do: node test/conformance/zone-readers/write-page.ts
import { readFileSync, writeFileSync } from "node:fs";
import { surveyEverything } from "./everything.ts";
import { madeParts, PAGE, withParts } from "./page.ts";

writeFileSync(PAGE, withParts(readFileSync(PAGE, "utf8"), madeParts(await surveyEverything())));
