import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { closed, nameOption } from "../options.ts";
import { judgeServiceBindings, serviceOptions } from "../service-targets.ts";

const options = closed({ svcb: nameOption, targets: closed(serviceOptions).optional() });

/** A service can be found through its SVCB records (RFC 9460). */
export const svcb: AssertionKind<"svcb", typeof options> = {
  kind: "svcb",
  summary: "The service has SVCB records whose targets and hints resolve, within networks, on a port.",
  options,
  example: `svcb: _dns.resolver.acme.example
targets: { within: 192.0.2.0/24, port: 853 }`,
  evaluate: ({ svcb: name, targets }, ask) => judgeServiceBindings(name, TYPE.SVCB, targets, undefined, ask),
};
