import { TYPE, typeName } from "../../dns/index.ts";
import { needsGlue } from "../delegation/index.ts";
import type { RuleContext } from "../rule.ts";
import { targetTokenOf } from "./token.ts";

type HostType = typeof TYPE.NS | typeof TYPE.MX | typeof TYPE.SRV;

/** Reports records of one type whose target is a name of the repository without address; `purpose` says what fails. */
export function reportTargetsWithoutAddress(
  { zone, world, references, report }: RuleContext,
  type: HostType,
  purpose: string,
): void {
  for (const reference of references(type)) {
    const found = world.addressesOf(reference, zone);
    if (found !== "none" && found !== "absent") continue;
    const { row, target } = reference;
    // Addresses of nameservers below their own cut are glue, which is another rule.
    if (target === "." || (type === TYPE.NS && needsGlue(zone.zone, row))) continue;
    const what = found === "absent" ? "does not exist" : "has no A or AAAA record";
    report(() => ({ row, span: targetTokenOf(zone, row)?.span, message: `${target} ${what}: ${purpose}` }));
  }
}

/** Reports records of one type whose target is an alias, as far as the repository's zones tell. */
export function reportAliasTargets({ zone, world, references, report }: RuleContext, type: HostType): void {
  for (const reference of references(type)) {
    if (world.addressesOf(reference, zone) !== "alias") continue;
    const { row, target } = reference;
    report(() => ({
      row,
      span: targetTokenOf(zone, row)?.span,
      message: `${target} is an alias (CNAME or DNAME): ${typeName(type)} must name the host itself`,
    }));
  }
}
