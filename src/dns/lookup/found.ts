import type { Name } from "../name.ts";
import type { Zone } from "../zone/index.ts";
import { addressesOf, negativeSoa } from "./records.ts";
import type { AnswerRRset, LookupKind, LookupResult } from "./result.ts";

/** The zone that was asked, and what was met on the way. */
interface Way {
  readonly zone: Zone;
  readonly answer: readonly AnswerRRset[];
  readonly chain: readonly Name[];
}

/** A result whose authority and additional section are worked out when they are looked at: checks never do. */
export class Found implements LookupResult {
  readonly rcode: LookupResult["rcode"];
  readonly kind: LookupKind;
  readonly answer: readonly AnswerRRset[];
  readonly chain: readonly Name[];
  declare readonly leaves?: Name;
  readonly #zone: Zone;
  readonly #last: readonly AnswerRRset[];

  /**
   * `last` is what was asked for, or the NS of a referral. `end` is where aliases lead out of the zone: without a target
   * to a name that is too long.
   */
  constructor(
    kind: LookupKind,
    { zone, answer, chain }: Way,
    last: readonly AnswerRRset[] = [],
    end?: { readonly target: Name | undefined },
  ) {
    this.kind = kind;
    this.rcode = kind === "nxdomain" ? "NXDOMAIN" : end && !end.target ? "YXDOMAIN" : "NOERROR";
    this.answer = answer;
    this.chain = chain;
    if (end?.target !== undefined) this.leaves = end.target;
    this.#zone = zone;
    this.#last = last;
  }

  get authoritative(): boolean {
    return this.kind !== "referral" || this.answer.length > 0;
  }

  get authority(): readonly AnswerRRset[] {
    if (this.kind === "referral") return this.#last;
    return this.kind === "nodata" || this.kind === "nxdomain" ? negativeSoa(this.#zone) : [];
  }

  get additional(): readonly AnswerRRset[] {
    return addressesOf(this.#zone, this.#last);
  }
}
