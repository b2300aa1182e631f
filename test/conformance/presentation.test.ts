import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { silentLog, systemClock } from "../../src/base/index.ts";
import type { Target } from "../../src/deploy/index.ts";
import {
  nameKey,
  parseName,
  rdataCodecs,
  TYPE,
  typeName,
  type Zone,
  ZoneBuilder,
} from "../../src/dns/index.ts";
import { HiddenPrimaryOptions, targetKinds } from "../../src/targets/index.ts";
import { parseZone } from "../../src/zonefile/index.ts";
import { freeEndpoint, type Named, startNamed } from "../harness/named.ts";
import { versionOf } from "../net/zone-of.ts";

const apex = parseName("types.test.");

/** Hexadecimal digits of a KEY that has no key: kdig prints none of those, and stops a transfer there. */
const keylessLength = 8;
/** Every example of every type's data, each with an owner to itself. */
const zone = zoneOfAllTypes();
let primary: Target;
let named: Named;

beforeAll(async () => {
  const options = { log: silentLog, clock: systemClock };
  const listen = await freeEndpoint();
  named = await startNamed({ zones: [apex], primaryPort: listen.port });
  const settings = HiddenPrimaryOptions.parse({ listen, secondaries: [named.endpoint] });
  primary = targetKinds[0].open("primary", settings, options);
  await primary.start([]);
  await primary.apply(versionOf(zone));
  for (let tries = 0; tries < 100; tries++) {
    if ((await ask("dig", [apex, "SOA"])) !== "") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`named did not take the zone over:\n${named.log().slice(-2000)}`);
}, 60_000);

afterAll(async () => {
  await primary?.stop();
  await named?.stop();
});

function zoneOfAllTypes(): Zone {
  const builder = new ZoneBuilder(apex);
  const add = (owner: string, type: number, wire: string) =>
    builder.add({ owner: parseName(owner, apex), type, ttl: 300, rdata: Buffer.from(wire, "hex") });
  const [soa, ns, a] = ["SOA", "NS", "A"].map(
    (name) => rdataCodecs.find(({ mnemonic }) => mnemonic === name)!,
  );
  for (const codec of [soa!, ns!, a!]) add("@", codec.code, codec.examples[0]!.wire);
  for (const { mnemonic, code, examples } of rdataCodecs) {
    if (code === TYPE.SOA) continue;
    // An NSEC3 record's owner has to look like a hash.
    const owner = (index: number) =>
      code === TYPE.NSEC3 ? String(index).padStart(32, "0") : `${mnemonic.toLowerCase()}-${index}`;
    for (const [index, { wire }] of examples.entries()) {
      if (!(code === TYPE.KEY && wire.length === keylessLength)) add(owner(index), code, wire);
    }
  }
  return builder.build();
}

/** What a program prints of the answers to these questions. */
async function ask(program: "dig" | "kdig", query: readonly string[]): Promise<string> {
  const { address, port } = named.endpoint;
  const args = [`@${address}`, "-p", String(port), "+norecurse", "+noall", "+answer", "+time=5", ...query];
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1 << 24 });
  return stdout.replace(/^;.*\n/gm, "");
}

/** Records as "owner ttl type rdata in hex", sorted, each once. */
function linesOf(of: Zone, isWanted: (row: number) => boolean = () => true): string[] {
  const rows = Array.from({ length: of.size }, (_, row) => row).filter(isWanted);
  return [...new Set(rows.map((row) => lineOf(of, row)))].sort();
}

function lineOf(of: Zone, row: number): string {
  const data = Buffer.from(of.rdata(row)).toString("hex");
  return `${nameKey(of.owner(row))} ${of.ttl(row)} ${typeName(of.type(row))} ${data}`;
}

/** What a program printed, read as a zone file; throws where there is an error in it. */
function read(text: string): Zone {
  const { zone, diagnostics } = parseZone({ file: "answer", origin: apex, read: () => Buffer.from(text) });
  const errors = diagnostics.filter(({ severity, rule }) => severity === "error" && rule !== "soa-missing");
  if (errors.length > 0) throw new Error(`${errors[0]!.message}:\n${text.split("\n")[errors[0]!.line - 1]}`);
  return zone;
}

/** The same of what a program printed in the generic form of RFC 3597 §5, read with nothing of ours. */
function genericLines(text: string): string[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return [...new Set(lines.map(genericLine))].sort();
}

function genericLine(line: string): string {
  const fields = /^(\S+)\s+(\d+)\s+(?:IN|CLASS1)\s+TYPE(\d+)\s+\\#\s+(\d+)([\dA-Fa-f\s]*)$/.exec(line);
  if (!fields) throw new Error(`no record in generic form: ${line}`);
  const [, owner, ttl, type, length, data] = fields;
  const hex = data!.replace(/\s/g, "").toLowerCase();
  expect(hex).toHaveLength(2 * Number(length));
  return `${owner!.toLowerCase()} ${ttl} ${typeName(Number(type))} ${hex}`;
}

/** Refused here as obsolete, so that they are compared in generic form only. */
const unread: ReadonlySet<number> = new Set([TYPE.MD, TYPE.MF]);
/**
 * What a server gives in a transfer only: NSEC3 records own no names of the zone (RFC 5155 §7.2.8), and the NS of
 * another zone is a referral.
 */
const isAsked = (row: number) =>
  zone.type(row) !== TYPE.NSEC3 && (zone.type(row) !== TYPE.NS || nameKey(zone.owner(row)) === apex);
const isRead = (row: number) => !unread.has(zone.type(row));
const readable = (text: string) => text.replace(/^\S+\s+\d+\s+IN\s+(?:MD|MF|TYPE3|TYPE4)\s.*\n/gm, "");

/** Every owner of the zone with each of its types, as arguments. */
const questions = linesOf(zone, isAsked).flatMap((line) => {
  const [owner, , type] = line.split(" ");
  return ["-q", owner!, "-t", `TYPE${TYPE[type as keyof typeof TYPE]}`];
});

describe.each([
  ["dig", "+unknownformat"],
  ["kdig", "+generic"],
] as const)("%s", (program, generic) => {
  test("gets every type by transfer, as it was given", async () => {
    expect(genericLines(await ask(program, [generic, apex, "AXFR"]))).toEqual(linesOf(zone));
  });

  test("prints every type as we read it, by transfer", async () => {
    const text = readable(await ask(program, [apex, "AXFR"]));
    expect(linesOf(read(text))).toEqual(linesOf(zone, isRead));
  });

  test("gets every RRset that it asks for, as it was given", async () => {
    expect(genericLines(await ask(program, [generic, ...questions]))).toEqual(linesOf(zone, isAsked));
  });

  test("prints every RRset as we read it", async () => {
    const text = readable(await ask(program, questions));
    expect(linesOf(read(text))).toEqual(linesOf(zone, (row) => isAsked(row) && isRead(row)));
  });
});

test("every type is among them", () => {
  const types = new Set(Array.from({ length: zone.size }, (_, row) => zone.type(row)));
  expect(rdataCodecs.filter(({ code }) => !types.has(code))).toEqual([]);
});
