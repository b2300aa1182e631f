import { afterEach, describe, expect, test } from "@jest/globals";
import { TransientError, ZonewrightError } from "../../src/base/index.ts";
import { type Message, parseName, rdataFromText, TYPE, type WireRR, zoneText } from "../../src/dns/index.ts";
import { transferZone } from "../../src/net/index.ts";
import { reply, Servers } from "./servers.ts";
import { name, zoneOf } from "./zone-of.ts";

const servers = new Servers();
afterEach(() => servers.close());

const apex = name("example.test.");
const soa = soaRecord(7);
const address = (owner: string): WireRR => ({
  name: name(owner),
  type: TYPE.A,
  class: 1,
  ttl: 300,
  rdata: Uint8Array.of(192, 0, 2, 1),
});

function soaRecord(serial: number, owner = apex): WireRR {
  const fields = `ns1 hostmaster ${serial} 3600 600 1209600 300`
    .split(" ")
    .map((text) => ({ text, quoted: false }));
  return { name: owner, type: TYPE.SOA, class: 1, ttl: 3600, rdata: rdataFromText(TYPE.SOA, fields, apex) };
}

/** A server that answers AXFR with messages of these records. */
async function serving(
  messages: readonly (readonly WireRR[])[],
  change: (query: Message) => Partial<Message> = () => ({}),
) {
  const { endpoint } = await servers.dns(async function* (query: Message) {
    for (const answer of messages) yield reply(query, { answer, ...change(query) });
  });
  return endpoint;
}

function transfer(endpoint: { address: string; port: number }, limits: object = {}) {
  return transferZone(endpoint, apex, { timeoutMs: 300, ...limits });
}

describe("a transfer", () => {
  test("gives the zone, however it is spread over messages", async () => {
    const zone = zoneOf("example.test.", 7, ["www 300 A 192.0.2.1", "www 300 A 192.0.2.2"]);
    const records: WireRR[] = Array.from({ length: zone.size }, (_, row) => ({
      name: zone.owner(row),
      type: zone.type(row),
      class: 1,
      ttl: zone.ttl(row),
      rdata: zone.rdata(row),
    }));
    const all = [...records, records[0]!];
    expect(zoneText(await transfer(await serving([all])))).toBe(zoneText(zone));
    expect(zoneText(await transfer(await serving(all.map((record) => [record]))))).toBe(zoneText(zone));
  });

  test("may leave the question out of later messages", async () => {
    let sent = 0;
    const endpoint = await serving([[soa], [address("a.example.test.")], [soa]], (query) => ({
      question: sent++ === 0 ? query.question : [],
    }));
    expect((await transfer(endpoint)).size).toBe(2);
  });

  test.each<[string, WireRR[][], string]>([
    [
      "that does not begin with the SOA",
      [[address("a.example.test."), soa, soa]],
      "begin with the zone's SOA",
    ],
    [
      "that begins with the SOA of another zone",
      [[soaRecord(7, parseName("sub.example.test."))]],
      "begin with",
    ],
    ["that ends with another serial", [[soa, soaRecord(8)]], "does not end with the SOA it began with"],
    [
      "of names outside the zone",
      [[soa, address("www.example.com."), soa]],
      "www.example.com. is outside the zone",
    ],
    ["that goes on after its end", [[soa, soa, address("a.example.test.")]], "records follow the end"],
    ["of another class", [[soa, { ...address("a.example.test."), class: 3 }, soa]], "class 3"],
    ["with an empty message", [[soa], [], [soa]], "without records"],
    [
      "with RDATA that is none",
      [[soa, { ...address("a.example.test."), rdata: Uint8Array.of(1) }, soa]],
      "transferring",
    ],
  ])("%s is refused", async (_, messages, reason) => {
    const endpoint = await serving(messages);
    await expect(transfer(endpoint)).rejects.toThrow(ZonewrightError);
    await expect(transfer(endpoint)).rejects.toThrow(reason);
  });

  test("that the server refuses says so", async () => {
    const { endpoint } = await servers.dns((query) => reply(query, {}, 5));
    await expect(transfer(endpoint)).rejects.toThrow("the server answered REFUSED");
  });

  test("larger than allowed is broken off", async () => {
    const endpoint = await serving([[soa, address("a.example.test."), address("b.example.test.")], [soa]]);
    await expect(transfer(endpoint, { maxRecords: 2 })).rejects.toThrow("more than 2 records");
    await expect(transfer(endpoint, { maxOctets: 100 })).rejects.toThrow("larger than 100 octets");
  });

  test("that stops in the middle may be tried again", async () => {
    const silent = await serving([[soa, address("a.example.test.")]]);
    await expect(transfer(silent)).rejects.toThrow(TransientError);
    const cutOff = await servers.tcp((socket) => socket.on("data", () => socket.end()));
    await expect(transfer(cutOff)).rejects.toThrow("the connection ended before the transfer did");
  });

  test("ends with the signal's reason", async () => {
    const endpoint = await serving([[soa]]);
    const signal = AbortSignal.timeout(20);
    await expect(transfer(endpoint, { signal })).rejects.toHaveProperty("name", "TimeoutError");
  });
});
