import { readFileSync } from "node:fs";
import { parseName, TYPE, typeName, type Zone } from "../src/dns/index.ts";
import { parseZone } from "../src/zonefile/index.ts";

/**
 * What is measured: a zone file read in full and the structural checks that name servers refuse a zone for, without the
 * rest of the program around it. Arguments: the file and the zone's name. Exit 1 if anything was found.
 */
const [path = "", origin = "."] = process.argv.slice(2);
const { zone, diagnostics } = parseZone({
  file: path,
  origin: parseName(origin, parseName(".")),
  read: (file) => (file === path ? readFileSync(path) : undefined),
});
const found = [
  ...diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`),
  ...structuralFaults(zone),
];
process.stdout.write(`${[...found, `${zone.size} records, ${found.length} faults`].join("\n")}\n`);
process.exitCode = found.length > 0 ? 1 : 0;

function structuralFaults(zone: Zone): string[] {
  const at = (row: number) => `${zone.place(row).line}: ${zone.owner(row)} ${typeName(zone.type(row))}`;
  return [
    ...(zone.hasWire(zone.apexWire, 0, TYPE.NS) ? [] : ["the apex has no NS record"]),
    ...zone.crowdedAliases().map((row) => `${at(row)}: an alias with other records`),
    ...zone.repetitions().map(({ row, first }) => `${at(row)}: as on line ${zone.place(first).line}`),
  ];
}
