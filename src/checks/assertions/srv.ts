import { z } from "zod";
import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { closed, nameOption } from "../options.ts";
import { readSrv } from "../rdata.ts";
import { judgeTargets, missingRecords, targetOptions } from "../targets.ts";

const options = closed({
  srv: nameOption,
  targets: closed({ ...targetOptions, port: z.number().int().min(1).max(65_535).optional() }).optional(),
});

/** A service can be found: its SRV records exist, and every target is as wanted (RFC 2782). */
export const srv: AssertionKind<"srv", typeof options> = {
  kind: "srv",
  summary: "The service has SRV records whose targets resolve, within networks, on a port.",
  options,
  example: `srv: _playlist._tcp.sto.acme.example
targets: { min: 2, resolve: { all-of: [A] }, within: 10.1.0.0/16, port: 4070 }`,
  evaluate({ srv: name, targets: wanted }, ask) {
    const answer = ask.resolve(name, TYPE.SRV);
    if (answer.kind !== "records") return [missingRecords(name, TYPE.SRV, ask)];
    if (!wanted) return [];
    const record = recordName(name, TYPE.SRV);
    const services = answer.rdata.map((rdata, index) => ({ ...readSrv(rdata), at: answer.places[index] }));
    const ports = services.flatMap(({ port, target, at }): Miss[] =>
      wanted.port === undefined || port === wanted.port
        ? []
        : [{ record, expected: `port ${wanted.port} for ${target}`, found: `port ${port}`, at }],
    );
    const targets = services.map(({ target, at }) => ({ record, name: target, at }));
    return [...ports, ...judgeTargets(record, targets, wanted, ask)];
  },
};
