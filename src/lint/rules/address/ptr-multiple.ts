import { TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import { addressOf, addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { placeText } from "../../writing/index.ts";

export const ptrMultiple = {
  id: "ptr-multiple",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.PTR],
  summary: "An address with several PTR records.",
  rfc: "RFC 2181 §10.2",
  explanation:
    "It is allowed, and of little use: programs take one of the names, now this and now that. Keep the name that the " +
    "host calls itself, and let the others point at the address only.",
  examples: {
    fail: [
      {
        title: "two names for one host",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            "10 PTR web.example.net.\n10 PTR www.example.net. ;! ptr-multiple www.example.net.",
          ),
        ],
      },
    ],
    pass: [
      {
        title: "one name, and services as RFC 6763 lists them",
        zones: [
          exampleZone("2.0.192.in-addr.arpa.", "10 PTR web.example.net."),
          exampleZone(
            "example.org.",
            "_http._tcp PTR one._http._tcp\n_http._tcp PTR two._http._tcp\n*._http._tcp TXT x",
          ),
        ],
      },
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const [first, ...others] of sharedOwners(zone.zone, rowsOf(TYPE.PTR))) {
      const address = addressOf(zone.zone.owner(first!));
      if (!address) continue;
      for (const row of others) {
        report({
          row,
          span: targetTokenOf(zone, row)?.span,
          message: `${addressText(address)} has a PTR record already (${placeText(zone.zone, first!, row)}): programs take one of the names, never all`,
        });
      }
    }
  },
} as const satisfies Rule;
