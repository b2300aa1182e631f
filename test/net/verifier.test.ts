import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { decodeMessage, encodeMessage, TYPE, type WireRR, type Zone } from "../../src/dns/index.ts";
import { createVerifier } from "../../src/net/index.ts";
import { honestAnswer } from "./honest.ts";
import {
  apex,
  ask,
  current,
  type Distort,
  isSoa,
  old,
  questions,
  servers,
  serving,
  verifier,
  verify,
} from "./verifying.ts";
import { versionOf, zoneOf } from "./zone-of.ts";

afterEach(() => servers.close());

describe("a server is ok", () => {
  test("when it serves the version, over TCP and UDP", async () => {
    const seen = await verify(await serving(() => current));
    expect(seen).toMatchObject({
      verdict: "ok",
      serial: 11,
      asked: 4,
      differences: [],
      server: { name: "ns1" },
    });
    expect(seen.at).toBeGreaterThan(Date.now() - 5000);
    expect(seen.tookMs).toBeGreaterThanOrEqual(0);
  });

  test("whatever the order of records and the case of names", async () => {
    const zone = zoneOf(apex, 11, [
      "www 300 CNAME Target.Example.TEST.",
      "target 300 A 192.0.2.2",
      "target 300 A 192.0.2.3",
    ]);
    const server = await serving(
      () => zone,
      (message) => ({
        ...message,
        answer: message.answer.toReversed().map((record) => ({ ...record, rdata: lowered(record) })),
      }),
    );
    const asked = [ask("www", "A"), ask("target", "A")];
    expect(await verify(server, { version: versionOf(zone), questions: asked })).toMatchObject({
      verdict: "ok",
    });
  });

  test("when it signs: its own serial, RRSIG and NSEC beside the records", async () => {
    const signed = current.withSerial(4711);
    const server = await serving(
      () => signed,
      (message, query) => {
        const { name: owner } = query.question[0]!;
        const rrsig = { name: owner, type: TYPE.RRSIG, class: 1, ttl: 300, rdata: Uint8Array.of(1, 2, 3) };
        return { ...message, answer: [...message.answer, rrsig], authority: [...message.authority, rrsig] };
      },
    );
    const seen = await verify(server, { questions: [...questions, ask("@", "SOA"), ask("@", "DNSKEY")] });
    expect(seen).toMatchObject({ verdict: "ok", serial: 4711, detail: "serves serial 4711, ahead of 11" });
  });

  test("when an alias leaves the zone and it knows how the other zone answers", async () => {
    const zone = zoneOf(apex, 11, ["www 300 CNAME host.elsewhere.test."]);
    const version = { version: versionOf(zone), questions: [ask("www", "A")] };
    const nxdomain: Distort = (message, query) =>
      isSoa(query) ? message : { ...message, flags: { ...message.flags, rcode: 3 } };
    expect(await verify(await serving(() => zone, nxdomain), version)).toMatchObject({ verdict: "ok" });
    expect(
      await verify(
        await serving(
          () => zone,
          (_, query) => (isSoa(query) ? _ : 3),
        ),
        version,
      ),
    ).toMatchObject({
      verdict: "wrong",
    });
  });

  test("when it answers over UDP alone, and says that TCP is missing", async () => {
    const endpoint = await udpOnly(current);
    const seen = await verify({ endpoint, close: async () => undefined });
    expect(seen).toMatchObject({ verdict: "ok", serial: 11 });
    expect(seen.detail).toContain("does not answer over TCP");
  });

  test("when it was only seen once in the middle of taking over", async () => {
    let asked = 0;
    const server = await serving(() => (asked++ < 2 ? old : current));
    expect(await verify(server)).toMatchObject({ verdict: "ok", serial: 11 });
  });

  test("when it was wrong once and right when asked again", async () => {
    let asked = 0;
    const server = await serving(
      () => current,
      (message, query) => (!isSoa(query) && ++asked <= questions.length ? honestAnswer(old, query) : message),
    );
    expect(await verify(server)).toMatchObject({ verdict: "ok", differences: [] });
  });
});

describe("a server is stale", () => {
  test("when it serves the version before", async () => {
    const seen = await verify(await serving(() => old));
    expect(seen).toMatchObject({ verdict: "stale", serial: 10, detail: "still serves serial 10" });
    expect(seen.differences).toContainEqual({
      name: `fresh.${apex}`,
      type: "TXT",
      expected: 'NOERROR: 300 TXT "hello there"',
      found: "NXDOMAIN",
    });
  });

  test("when it is further behind than the version before, whatever it serves", async () => {
    const older = zoneOf(apex, 9, ["www 300 A 192.0.2.99"]);
    expect(await verify(await serving(() => older))).toMatchObject({ verdict: "stale", serial: 9 });
  });

  test("when the zone is new and it does not have it yet", async () => {
    for (const rcode of [2, 5, 9]) {
      const seen = await verify(
        await serving(
          () => old,
          () => rcode,
        ),
        { previous: undefined },
      );
      expect(seen).toMatchObject({ verdict: "stale", serial: undefined });
    }
  });

  test("by RFC 1982, not by size", async () => {
    const wrapped = { version: versionOf(current.withSerial(5)), previous: old.withSerial(4_294_967_290) };
    const server = await serving(() => old.withSerial(4_294_967_290));
    expect(await verify(server, wrapped)).toMatchObject({ verdict: "stale", serial: 4_294_967_290 });
  });

  test("when UDP still brings the old serial", async () => {
    const server = await servers.dns((query, { transport }) =>
      encodeMessage(honestAnswer(transport === "udp" ? old : current, query)),
    );
    expect(await verify(server)).toMatchObject({
      verdict: "stale",
      detail: "over UDP it still serves serial 10",
    });
  });
});

describe("a server is unreachable", () => {
  test("when nobody listens, or it is silent", async () => {
    const closed = await serving(() => current);
    await closed.close();
    expect(await verify(closed)).toMatchObject({ verdict: "unreachable", serial: undefined });
    const silent = createVerifier({ timeoutMs: 50 });
    const server = await servers.dns(() => undefined);
    const request = {
      server: { name: "ns1", ...server.endpoint },
      version: versionOf(current),
      previous: old,
      questions,
    };
    expect(await silent.verify(request, AbortSignal.timeout(5000))).toMatchObject({ verdict: "unreachable" });
  });

  test("when it answers over TCP and not over UDP", async () => {
    const server = await serving(
      () => current,
      (message, _, { transport }) => (transport === "tcp" ? message : undefined),
    );
    expect(await verify(server)).toMatchObject({ verdict: "unreachable", serial: 11 });
  });

  test("when it does not answer some of the questions", async () => {
    const server = await serving(
      () => current,
      (message, query) => (query.question[0]!.name === `gone.${apex}` ? undefined : message),
    );
    expect(await verify(server)).toMatchObject({
      verdict: "unreachable",
      detail: expect.stringContaining("1 of 3"),
    });
  });

  test("rather than wrong when it has lost a zone it had", async () => {
    expect(
      await verify(
        await serving(
          () => current,
          () => 2,
        ),
      ),
    ).toMatchObject({ verdict: "unreachable" });
  });
});

describe("the verifier", () => {
  test("asks without wanting recursion", async () => {
    const wanted: boolean[] = [];
    await verify(
      await serving(
        () => current,
        (message, query) => {
          wanted.push(query.flags.rd);
          return message;
        },
      ),
    );
    expect(new Set(wanted)).toEqual(new Set([false]));
  });

  test("asks at most so many questions, chosen at random", async () => {
    const few = createVerifier({ maxQuestions: 3 });
    const seen = new Set<string>();
    const server = await serving(
      () => current,
      (message, query) => {
        seen.add(query.question[0]!.name);
        return message;
      },
    );
    const asked = Array.from({ length: 60 }, (_, i) => ask(`n${i}`, "TXT"));
    const request = {
      server: { name: "ns1", ...server.endpoint },
      version: versionOf(current),
      previous: old,
      questions: asked,
    };
    for (let i = 0; i < 6; i++)
      expect(await few.verify(request, AbortSignal.timeout(5000))).toMatchObject({ asked: 4 });
    expect(seen.size).toBeGreaterThan(6);
  });

  test("gives a server up that takes too long, though it is never silent", async () => {
    const slow = await servers.tcp((socket) => {
      const drip = setInterval(() => socket.write(Uint8Array.of(1)), 20);
      socket.on("close", () => clearInterval(drip));
    });
    const impatient = createVerifier({ timeoutMs: 5000, totalMs: 200 });
    const request = {
      server: { name: "ns1", ...slow },
      version: versionOf(current),
      previous: old,
      questions,
    };
    expect(await impatient.verify(request, AbortSignal.timeout(5000))).toMatchObject({
      verdict: "unreachable",
      detail: "it was not done answering within 200 ms",
    });
  });

  test("is unreachable when the caller's time is up", async () => {
    const server = { name: "ns1", ...(await servers.dns(() => undefined)).endpoint };
    const request = { server, version: versionOf(current), previous: old, questions };
    const patient = createVerifier({ timeoutMs: 5000 });
    expect(await patient.verify(request, AbortSignal.timeout(60))).toMatchObject({
      verdict: "unreachable",
      detail: "it did not answer before the deadline",
    });
    expect(await patient.serial(server, apex, AbortSignal.timeout(60))).toBeUndefined();
  });

  test("ends with the signal's reason", async () => {
    const server = { name: "ns1", ...(await servers.dns(() => undefined)).endpoint };
    const request = { server, version: versionOf(current), previous: old, questions };
    const controller = new AbortController();
    const verifying = verifier.verify(request, controller.signal);
    await sleep(20);
    controller.abort(new Error("enough"));
    await expect(verifying).rejects.toThrow("enough");
  });
});

/** Answers over UDP, and lets nobody connect. */
async function udpOnly(zone: Zone): Promise<{ address: string; port: number }> {
  return servers.udp((octets, from, socket) => {
    socket.send(encodeMessage(honestAnswer(zone, decodeMessage(octets))), from.port, from.address);
  });
}

function lowered({ type, rdata }: WireRR): Uint8Array {
  return type === TYPE.CNAME
    ? Buffer.from(Buffer.from(rdata).toString("latin1").toLowerCase(), "latin1")
    : rdata;
}
