import { nameKey, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { targetTokenOf } from "../../records.ts";
import { resolve } from "../../resolve.ts";
import { addressOf, addressText, PointerTargets } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

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
  check({ zone, world, references, report }) {
    const targets = new PointerTargets(world, zone.view);
    for (const { row, target } of targets.unconfirmed(zone, references(TYPE.PTR))) {
      const address = addressOf(zone.zone.owner(row));
      if (!address) continue;
      const found = resolve(world, zone.view, target, address.length === 4 ? TYPE.A : TYPE.AAAA);
      if (!found || found.rdata.some((one) => addressText(one) === addressText(address))) continue;
      const others = found.rdata.slice(0, 3).map(addressText).join(", ");
      const what = found.exists
        ? others === ""
          ? "has no such address"
          : `has ${others}`
        : "does not exist";
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${addressText(address)} points at ${nameKey(target)}, which ${what} (${found.zone.file}): name the host that has this address`,
        ...(others !== "" && { severity: "warning" as const }),
      });
    }
  },
} as const satisfies Rule;
