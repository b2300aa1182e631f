import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportTargetsWithoutAddress } from "../../targets/index.ts";

export const srvTargetNoAddress = {
  id: "srv-target-no-address",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A service (SRV) whose host is in the repository and has no address.",
  rfc: "RFC 2782",
  explanation:
    "Clients cannot connect to the service there. Add the host's A or AAAA record, or take the SRV record out.",
  examples: {
    fail: [
      exampleOrg("a host that does not exist", "_sip._tcp SRV 0 0 5060 sip ;! srv-target-no-address sip"),
    ],
    pass: [
      exampleOrg(
        "a host with an address, and a service that is not offered",
        `
        _sip._tcp  SRV 0 0 5060 sip
        sip        A   192.0.2.1
        _imap._tcp SRV 0 0 0    .
        `,
      ),
    ],
  },
  check(context) {
    reportTargetsWithoutAddress(context, TYPE.SRV, "clients cannot connect to the service there");
  },
} as const satisfies Rule;
