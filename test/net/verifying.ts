import type { Question, ServerResult, VerifyRequest } from "../../src/deploy/index.ts";
import { encodeMessage, type Message, TYPE, type Zone } from "../../src/dns/index.ts";
import { createVerifier, type DnsServer, type Peer } from "../../src/net/index.ts";
import { honestAnswer } from "./honest.ts";
import { reply, Servers } from "./servers.ts";
import { versionOf, zoneOf } from "./zone-of.ts";

/** One deploy as the tests of the verifier see it: what was served before, what is to be served, what is asked. */
export const servers = new Servers();
export const apex = "example.test.";
export const old = zoneOf(apex, 10, ["www 300 A 192.0.2.1", "gone 300 TXT bye"]);
export const current = zoneOf(apex, 11, [
  "www 300 A 192.0.2.2",
  "www 300 A 192.0.2.3",
  'fresh 300 TXT "hello there"',
]);
export const questions = [ask("www", "A"), ask("gone", "TXT"), ask("fresh", "TXT")];
/** Patient enough for loopback. */
export const verifier = createVerifier({ timeoutMs: 500 });

export function ask(label: string, type: keyof typeof TYPE): Question {
  return { name: label === "@" ? apex : `${label}.${apex}`, type: TYPE[type] };
}

export type Distort = (message: Message, query: Message, peer: Peer) => Message | number | undefined;

/** A server that answers from a zone, with what a test makes of each answer: another message, a code, or silence. */
export async function serving(zone: () => Zone, distort: Distort = (message) => message): Promise<DnsServer> {
  return servers.dns((query, peer) => {
    const sent = distort(honestAnswer(zone(), query), query, peer);
    if (sent === undefined) return undefined;
    return typeof sent === "number" ? reply(query, {}, sent) : encodeMessage(sent);
  });
}

export function verify(server: DnsServer, request: Partial<VerifyRequest> = {}): Promise<ServerResult> {
  const named = { name: "ns1", ...server.endpoint };
  const whole = { server: named, version: versionOf(current), previous: old, questions, ...request };
  return verifier.verify(whole, AbortSignal.timeout(10_000));
}

export function isSoa(query: Message): boolean {
  return query.question[0]!.type === TYPE.SOA;
}
