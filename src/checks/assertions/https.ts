import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { closed, nameOption } from "../options.ts";
import { judgeServiceBindings, serviceOptions } from "../service-targets.ts";

/** Where no port is given (RFC 9460 §9.1). */
const DEFAULT_PORT = 443;

const options = closed({ https: nameOption, targets: closed(serviceOptions).optional() });

/** A site can be found through its HTTPS records (RFC 9460 §9). */
export const https: AssertionKind<"https", typeof options> = {
  kind: "https",
  summary: "The site has HTTPS records whose targets and hints resolve, within networks, on a port.",
  options,
  example: `https: www.acme.example
targets: { min: 1, within: 203.0.113.0/24, port: 443 }`,
  evaluate: ({ https: name, targets }, ask) =>
    judgeServiceBindings(name, TYPE.HTTPS, targets, DEFAULT_PORT, ask),
};
