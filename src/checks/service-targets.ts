import { z } from "zod";
import { type Name, type RRType, rootName } from "../dns/index.ts";
import { listed, recordName } from "./describe.ts";
import type { Miss } from "./miss.ts";
import { addressText, inNetwork } from "./network.ts";
import type { Questions } from "./questions.ts";
import { addressHints, readServiceBinding } from "./service-binding.ts";
import { judgeTargets, missingRecords, targetOptions } from "./targets.ts";

/** What every target of SVCB and HTTPS records must satisfy; `within` holds for their address hints too. */
export const serviceOptions = {
  ...targetOptions,
  port: z.number().int().min(1).max(65_535).optional(),
};

type ServiceOptions = z.infer<z.ZodObject<typeof serviceOptions>>;

/** Judges the SVCB or HTTPS records of a name; `usualPort` is the port where a record says none. */
export function judgeServiceBindings(
  name: Name,
  type: RRType,
  wanted: ServiceOptions | undefined,
  usualPort: number | undefined,
  ask: Questions,
): Miss[] {
  const answer = ask.resolve(name, type);
  if (answer.kind !== "records") return [missingRecords(name, type, ask)];
  if (!wanted) return [];
  const record = recordName(name, type);
  const owner = answer.chain.at(-1)!;
  const bindings = answer.rdata.map((rdata, index) => {
    const binding = readServiceBinding(rdata);
    const isOwner = binding.target === rootName && binding.priority > 0;
    return { ...binding, target: isOwner ? owner : binding.target, rdata, at: answer.places[index] };
  });
  const ports = bindings.flatMap(({ priority, port = usualPort, target, at }): Miss[] => {
    if (wanted.port === undefined || priority === 0 || port === wanted.port) return [];
    const found = port === undefined ? "no port" : `port ${port}`;
    return [{ record, expected: `port ${wanted.port} for ${target}`, found, at }];
  });
  const { within } = wanted;
  const hints = bindings.flatMap(({ rdata, at }): Miss[] => {
    if (!within) return [];
    const expected = `every address hint within ${listed(within.map(({ text }) => text))}`;
    return addressHints(rdata)
      .filter((hint) => !within.some((network) => inNetwork(hint, network)))
      .map((hint) => ({ record, expected, found: addressText(hint), at }));
  });
  const targets = bindings.map(({ target, at }) => ({ record, name: target, at }));
  return [...ports, ...hints, ...judgeTargets(record, targets, wanted, ask)];
}
