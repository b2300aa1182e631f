import { z } from "zod";
import { type Name, NameError, nameKey, parseName, TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, listed, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import {
  addressOfReverse,
  addressText,
  inNetwork,
  type Network,
  parseNetwork,
  reverseTop,
} from "../network.ts";
import { closed, externalOption } from "../options.ts";
import type { Questions } from "../questions.ts";
import { targetOf } from "../rdata.ts";

/** A network, or a zone below in-addr.arpa or ip6.arpa. */
const rangeOption = z.string().transform((text, context): { top: Name; network?: Network } => {
  const network = parseNetwork(text);
  if (typeof network !== "string") return { top: reverseTop(network), network };
  const isName = /(?:in-addr|ip6)\.arpa\.?$/i.test(text);
  try {
    if (isName) return { top: nameKey(parseName(text.endsWith(".") ? text : `${text}.`)) };
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
  }
  const message = isName ? `"${text}" is no domain name` : network;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const options = closed({ reverse: rangeOption, external: externalOption });

/** Reverse and forward agree for a network (RFC 1912 §2.1). */
export const reverse: AssertionKind<"reverse", typeof options> = {
  kind: "reverse",
  summary: "Every PTR record of a network or reverse zone leads to a name that has the address.",
  options,
  example: "reverse: 10.1.0.0/16",
  evaluate({ reverse: { top, network }, external }, ask) {
    const misses: Miss[] = [];
    let seen = 0;
    for (const { name, types } of ask.names(top)) {
      const address = addressOfReverse(name);
      const leads = types.includes(TYPE.PTR) || types.includes(TYPE.CNAME);
      if (!address || !leads || (network && !inNetwork(address, network))) continue;
      seen += 1;
      misses.push(...ask.judge(() => judgePointer(name, address, external, ask)));
    }
    if (seen > 0) return misses;
    const expected = "at least one PTR record of an address";
    return [{ record: recordName(top, TYPE.PTR), expected, found: "none at or below it" }];
  },
};

function judgePointer(
  name: Name,
  address: Uint8Array,
  external: "ok" | "fails",
  ask: Questions,
): readonly Miss[] {
  const pointer = ask.resolve(name, TYPE.PTR);
  const type = address.length === 4 ? TYPE.A : TYPE.AAAA;
  if (pointer.kind !== "records") {
    if (pointer.kind === "external" && external === "ok") return [];
    const found = describeResolution(pointer, TYPE.PTR);
    return [{ record: recordName(name, TYPE.PTR), expected: "a PTR record", found, at: pointer.place }];
  }
  return pointer.rdata.flatMap((rdata, index): Miss[] => {
    const target = targetOf(TYPE.PTR, rdata);
    const answer = ask.resolve(target, type);
    if (answer.rdata.some((one) => Buffer.compare(one, address) === 0)) return [];
    if (answer.kind === "external" && external === "ok") return [];
    const found =
      answer.kind === "records" ? listed(answer.rdata.map(addressText)) : describeResolution(answer, type);
    return [
      {
        record: recordName(name, TYPE.PTR),
        expected: `its target ${target} to have the address ${addressText(address)}`,
        found,
        at: pointer.places[index],
      },
    ];
  });
}
