import { ZonewrightError } from "../base/index.ts";
import {
  type Name,
  nameKey,
  queryMessage,
  RCODE,
  rcodeName,
  TYPE,
  type Zone,
  ZoneBuilder,
} from "../dns/index.ts";
import { type Endpoint, exchange, formatEndpoint, isSignersOwn, transferZone } from "../net/index.ts";

/** How long a silence of the server may be. */
const SILENCE_MS = 5_000;
/** How long the transfer of one zone may take. */
const TRANSFER_MS = 120_000;

const remedy =
  "is it an authoritative nameserver, reachable from here, that lets this machine transfer the zone?";

/**
 * A zone as a nameserver serves it, without what signing servers add; otherwise why the server does not serve it. Throws
 * ZonewrightError where that cannot be known: no answer, or one that is no help.
 */
export async function servedZone(
  server: Endpoint,
  apex: Name,
): Promise<{ readonly zone: Zone } | { readonly absent: string }> {
  try {
    const absent = await absenceOf(server, apex);
    if (absent !== undefined) return { absent };
    const zone = await transferZone(server, apex, { timeoutMs: SILENCE_MS, totalMs: TRANSFER_MS });
    return { zone: withoutSigning(zone) };
  } catch (error) {
    if (!(error instanceof ZonewrightError) || error.remedy !== undefined) throw error;
    throw new ZonewrightError(error.doing, error.problem, remedy, { cause: error });
  }
}

/** A zone without records that only a signing server writes: they say nothing about what was deployed. */
export function withoutSigning(zone: Zone): Zone {
  const builder = new ZoneBuilder(zone.apex);
  for (let row = 0; row < zone.size; row += 1) {
    const type = zone.type(row);
    if (isSignersOwn(type)) continue;
    builder.add({ owner: zone.owner(row), type, ttl: zone.ttl(row), rdata: zone.rdata(row) });
  }
  return builder.build();
}

/** Asked over TCP, as the transfer will be. */
async function absenceOf(server: Endpoint, apex: Name): Promise<string | undefined> {
  const query = queryMessage(apex, TYPE.SOA);
  const { flags, answer } = await exchange(server, query, { transport: "tcp", timeoutMs: SILENCE_MS });
  const soa = answer.some(({ name, type }) => type === TYPE.SOA && nameKey(name) === nameKey(apex));
  if (flags.rcode === RCODE.NOERROR && soa && flags.aa) return undefined;
  const notHere: readonly number[] = [RCODE.NOERROR, RCODE.NXDOMAIN, RCODE.REFUSED, RCODE.NOTAUTH];
  if (!notHere.includes(flags.rcode))
    throw new ZonewrightError(
      `asking ${formatEndpoint(server)} for the SOA of ${apex}`,
      `it answered ${rcodeName(flags.rcode)}`,
      "look into the nameserver's log: it has the zone and cannot serve it, or cannot serve anything",
    );
  if (flags.rcode !== RCODE.NOERROR) return `it answers ${rcodeName(flags.rcode)}`;
  return soa ? "it is not authoritative for it" : "it has no SOA there";
}
