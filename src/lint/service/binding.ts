import { type Name, nameFromWire, type RRType, TYPE, wireNameLength } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import type { RuleContext } from "../rule.ts";
import type { LintZone } from "../zone.ts";

/** Numbers of service parameters (RFC 9460 §14.3.2, RFC 9461 §5). */
export const parameterKeys = { alpn: 1, ipv4hint: 4, ech: 5, ipv6hint: 6, dohpath: 7 } as const;

/** SVCB and HTTPS, which read alike. */
export const bindingTypes: readonly RRType[] = [TYPE.SVCB, TYPE.HTTPS];

/** The data of an SVCB or HTTPS record (RFC 9460 §2). */
export interface ServiceBinding {
  readonly row: number;
  /** 0 in AliasMode, more in ServiceMode. */
  readonly priority: number;
  readonly target: Name;
  /** By number of the key. */
  readonly parameters: ReadonlyMap<number, Uint8Array>;
}

export function readBinding(row: number, rdata: Uint8Array): ServiceBinding {
  const parameters = new Map<number, Uint8Array>();
  for (let at = 2 + wireNameLength(rdata, 2); at + 4 <= rdata.length; ) {
    const end = at + 4 + rdata[at + 2]! * 0x100 + rdata[at + 3]!;
    parameters.set(rdata[at]! * 0x100 + rdata[at + 1]!, rdata.subarray(at + 4, end));
    at = end;
  }
  return { row, priority: rdata[0]! * 0x100 + rdata[1]!, target: nameFromWire(rdata, 2).name, parameters };
}

/** The SVCB and HTTPS records of the zone under judgement, in file order. */
export function bindings({ zone, rowsOf }: Pick<RuleContext, "zone" | "rowsOf">): ServiceBinding[] {
  return rowsOf(...bindingTypes).map((row) => readBinding(row, zone.zone.rdata(row)));
}

/** The name that has the addresses: "." is the owner itself (RFC 9460 §2.5.2). */
export function effectiveTarget(owner: Name, { target }: ServiceBinding): Name {
  return target === "." ? owner : target;
}

/** The tokens of the data, where it is not in RFC 3597 form: priority, target, parameters. */
export function bindingTokens(zone: LintZone, row: number): readonly Token[] {
  const tokens = zone.tokens(row)?.rdata ?? [];
  return tokens[0]?.text === "\\#" ? [] : tokens;
}

/** How a parameter is written: `alpn=h2`, or the two tokens of `alpn="h2,h3"`. */
export function parameterTokens(zone: LintZone, row: number, name: string): readonly Token[] {
  const tokens = bindingTokens(zone, row);
  const at = tokens.findIndex(({ text, quoted }) => !quoted && text.split("=", 1)[0] === name);
  if (at < 0) return [];
  const value = tokens[at + 1];
  return tokens[at]!.text.endsWith("=") && value?.quoted ? [tokens[at]!, value] : [tokens[at]!];
}
