import { afterEach, describe, expect, test } from "@jest/globals";
import { TransientError } from "../../src/base/index.ts";
import { type Message, OPCODE, TYPE } from "../../src/dns/index.ts";
import { sendNotify } from "../../src/net/index.ts";
import { reply, Servers } from "./servers.ts";
import { name } from "./zone-of.ts";

const servers = new Servers();
afterEach(() => servers.close());

const apex = name("example.test.");

describe("NOTIFY", () => {
  test("is an authoritative message of its own opcode about the SOA, with the SOA as a hint", async () => {
    const seen: Message[] = [];
    const { endpoint } = await servers.dns((message) => {
      seen.push(message);
      return reply(message);
    });
    const soa = {
      name: apex,
      type: TYPE.SOA,
      class: 1,
      ttl: 60,
      rdata: new Uint8Array([0, 0, ...new Array(20).fill(1)]),
    };
    expect(await sendNotify(endpoint, apex, soa, { timeoutMs: 1000 })).toBe("acknowledged");
    expect(seen).toMatchObject([
      {
        flags: { qr: false, aa: true, opcode: OPCODE.NOTIFY },
        question: [{ name: apex, type: TYPE.SOA, class: 1 }],
        answer: [soa],
      },
    ]);
  });

  test("tells the code of a secondary that refuses", async () => {
    const { endpoint } = await servers.dns((message) => reply(message, {}, 9));
    expect(await sendNotify(endpoint, apex, undefined, { timeoutMs: 1000 })).toBe("NOTAUTH");
  });

  test("ends in TransientError where the secondary is silent", async () => {
    const { endpoint } = await servers.dns(() => undefined);
    await expect(sendNotify(endpoint, apex, undefined, { timeoutMs: 50 })).rejects.toThrow(TransientError);
  });
});
