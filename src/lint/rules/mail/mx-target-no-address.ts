import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportTargetsWithoutAddress } from "../../targets/index.ts";

export const mxTargetNoAddress = {
  id: "mx-target-no-address",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A mail server (MX) whose name is in the repository and has no address.",
  rfc: "RFC 5321 §5.1",
  explanation: "Mail cannot be delivered there. Add the host's A or AAAA record, or take the MX record out.",
  examples: {
    fail: [
      exampleOrg(
        "a host that does not exist, and one without address",
        `
        @    MX  10 mail ;! mx-target-no-address mail
        @    MX  20 text ;! mx-target-no-address text
        text TXT "no address"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "a host with an address, and a domain that takes no mail",
        `
        @    MX 10 mail
        mail A  192.0.2.1
        www  MX 0  .
        `,
      ),
    ],
  },
  check(context) {
    reportTargetsWithoutAddress(context, TYPE.MX, "mail cannot be delivered there");
  },
} as const satisfies Rule;
