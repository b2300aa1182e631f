import { nameKey, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import type { Reference } from "../../references.ts";
import { addressOf, addressText, PointerTargets } from "../../reverse/index.ts";
import type { Finding, Rule, RuleContext } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { resolve } from "../../world.ts";

export const ptrMismatch = {
  id: "ptr-mismatch",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.PTR],
  summary: "A PTR record whose name is in the repository and does not have the address.",
  rfc: "RFC 1912 §2.1",
  explanation:
    "Who checks that name and address agree, as mail servers do, takes the host for a liar. An error where the name " +
    "does not exist or has no address at all, most often since it was renamed or removed; a warning where it has " +
    "others. Point the record at the host that has the address, or give the name the address.",
  examples: {
    fail: [
      {
        title: "a host that was renamed, one that moved, and a name without address",
        zones: [
          exampleZone("example.org.", 'web A 192.0.2.10\nmail A 192.0.2.99\ndesk TXT "none"'),
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            10 PTR www.example.org. ;! ptr-mismatch www.example.org.
            25 PTR mail.example.org. ;! ptr-mismatch mail.example.org.
            30 PTR desk.example.org. ;! ptr-mismatch desk.example.org.
            99 PTR mail.example.org.
            `,
          ),
        ],
      },
    ],
    pass: [
      {
        title: "names that agree, in upper case or by an alias too, and names that cannot be known",
        zones: [
          exampleZone(
            "example.org.",
            `
            web  A     192.0.2.10
            host A     192.0.2.13
            old  CNAME host
            lab  NS    ns1.example.net.
            lab  NS    ns2.example.net.
            `,
          ),
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            10 PTR WEB.example.org.
            13 PTR old.example.org.
            11 PTR host.example.net.
            12 PTR host.lab.example.org.
            `,
          ),
        ],
      },
    ],
  },
  check(context) {
    const { zone, world, references, report } = context;
    const targets = new PointerTargets(world, zone);
    for (const reference of references(TYPE.PTR)) {
      const { row } = reference;
      const verdict = targets.judge(zone.zone, row);
      if (verdict === "confirmed") continue;
      const found =
        verdict === "refuted" ? () => mismatch(context, reference)! : mismatch(context, reference);
      if (found) report(found);
    }
  },
} as const satisfies Rule;

/** What is wrong with a pointer, by looking its target up; undefined where it is right, or nobody can tell. */
function mismatch({ zone, world }: RuleContext, { row, target }: Reference): Finding | undefined {
  const address = addressOf(zone.zone.owner(row));
  if (!address) return undefined;
  const found = resolve(world, zone.view, target, address.length === 4 ? TYPE.A : TYPE.AAAA);
  if (!found || found.rdata.some((one) => addressText(one) === addressText(address))) return undefined;
  const others = found.rdata.slice(0, 3).map(addressText).join(", ");
  const has = others === "" ? "has no such address" : `has ${others}`;
  return {
    row,
    span: targetTokenOf(zone, row)?.span,
    message: `${addressText(address)} points at ${nameKey(target)}, which ${found.exists ? has : "does not exist"} (${found.zone.file}): name the host that has this address`,
    ...(others !== "" && { severity: "warning" as const }),
  };
}
