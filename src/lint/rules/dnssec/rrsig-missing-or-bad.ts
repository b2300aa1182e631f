import { type RRType, TYPE } from "../../../dns/index.ts";
import {
  apexKeys,
  atField,
  atType,
  Few,
  isSigned,
  isZoneKey,
  judgeSet,
  ownerWire,
  readSignature,
  setText,
  signedExample,
  Verifier,
  type ZoneNode,
  zoneNodes,
} from "../../dnssec/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import type { LintZone } from "../../zone.ts";

const tagField = 6;
const signatureOfWww =
  "www RRSIG A 15 3 3600 20260601000000 20251201000000 23808 example.org. niEgD0fUNAVGTyWNRKtzZyC7wb+pFCO2yL8ReACmpK9jlh3yDyDnNYBFpvodTjKnbkkMWKssBNFHCeU1RRRCCQ==";

export const rrsigMissingOrBad = {
  id: "rrsig-missing-or-bad",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG],
  options: {
    "verify-most": {
      default: 20_000,
      summary:
        "Signatures that are verified at most; of more, those at the top and an even share of the others.",
    },
  },
  summary: "A set of records in a signed zone without a signature, or with one that is not right.",
  rfc: "RFC 4035 §2.2",
  explanation:
    "Resolvers that validate refuse an answer whose records have no good signature. It happens when a signed file is " +
    "edited by hand, or when part of it was signed with keys that are no longer published. Edit the unsigned source, and " +
    "sign that again. Every signature is verified with the zone's keys, up to a limit; what was not looked at is said.",
  examples: {
    fail: [
      signedExample("an address was changed after signing", "NSEC", [
        `A 192.0.2.1\n${signatureOfWww}`,
        `A 192.0.2.2\n${signatureOfWww} ;! rrsig-missing-or-bad 23808`,
      ]),
      signedExample("a set without signature", "NSEC", [
        `A 192.0.2.1\n${signatureOfWww}`,
        "A 192.0.2.1 ;! rrsig-missing-or-bad A",
      ]),
      signedExample("another TTL than when it was signed", "NSEC", [
        `www A 192.0.2.1\n${signatureOfWww}`,
        `www 600 A 192.0.2.1\n${signatureOfWww} ;! rrsig-missing-or-bad 23808`,
      ]),
      signedExample("by a key that is not there", "NSEC", [
        signatureOfWww,
        `${signatureOfWww.replace("23808", "23809")} ;! rrsig-missing-or-bad 23809`,
      ]),
      signedExample(
        "without the keys",
        "NSEC",
        [
          "@ DNSKEY 257 3 15 p4utTkabXYbVT13+j0BPfxYulLo1E34ynCE8rjQL4tw=\n@ RRSIG DNSKEY 15 2 3600 20260601000000 20251201000000 23808 example.org. Dv7JVOCnfSrskI3KjiG4cBvfgIY217QLWPzHCspQ2kczlxLLc8CXk45pTNpUvJqTXsmoiJ2yU2hXArXP0jPgCQ==\n",
          "",
        ],
        ["MAm6RtmJuPBDw==", "MAm6RtmJuPBDw== ;! rrsig-missing-or-bad RRSIG"],
        ["@ NSEC sub NS SOA RRSIG NSEC DNSKEY", "@ NSEC sub NS SOA RRSIG NSEC"],
      ),
    ],
    pass: [
      signedExample("a signed zone", "NSEC"),
      signedExample("with NSEC3", "NSEC3"),
      signedExample("with NSEC3 and opt-out", "opt-out"),
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    if (zone.incomplete) return;
    const keys = apexKeys(zone.zone);
    if (keys.length > 0) return new SignatureCheck(context).run();
    const message = `${zone.name} has signatures and no DNSKEY records: nobody can verify them; sign the zone again, or publish its keys`;
    report({ ...atType(zone, rowsOf(TYPE.RRSIG)[0]!), message });
  },
} as const satisfies Rule;

/** One run over all sets of a signed zone. */
class SignatureCheck {
  readonly #context: RuleContext;
  readonly #zone: LintZone;
  readonly #verifier: Verifier;
  readonly #few: Few;
  /** Algorithms of the zone's keys: each has to sign every set. */
  readonly #algorithms: ReadonlySet<number>;
  readonly #most: number;
  /** Every so many signatures one is verified. */
  readonly #step: number;
  #seen = 0;
  #skipped = 0;
  readonly #unknown = new Map<number, number>();

  constructor(context: RuleContext) {
    const { zone } = context;
    const keys = apexKeys(zone.zone);
    this.#context = context;
    this.#zone = zone;
    this.#verifier = new Verifier(keys);
    this.#few = new Few(context.report);
    this.#algorithms = new Set(keys.filter(isZoneKey).map(({ algorithm }) => algorithm));
    this.#most = context.number("verify-most");
    this.#step = Math.max(1, Math.ceil(context.rowsOf(TYPE.RRSIG).length / Math.max(1, this.#most)));
  }

  run(): void {
    for (const node of this.#context.once(zoneNodes).inOrder()) this.#judgeNode(node);
    this.#few.done();
    this.#tellWhatWasLeft();
  }

  #judgeNode({ key, kind, sets }: ZoneNode): void {
    const { zone } = this.#zone;
    const owner = ownerWire(zone, key);
    const isApex = owner.length === zone.apexWire.length;
    const signatures = Map.groupBy(
      (sets.get(TYPE.RRSIG) ?? []).flatMap((row) => readSignature(zone, row) ?? []),
      ({ covered }) => covered,
    );
    for (const [type, rows] of sets) {
      if (!isSigned(kind, type)) continue;
      const over = signatures.get(type) ?? [];
      if (over.length === 0) this.#tellMissing(type, rows);
      else this.#judge({ type, rows, owner, signatures: over }, isApex);
    }
  }

  #judge(set: Parameters<typeof judgeSet>[1], isApex: boolean): void {
    const { faults, algorithms, unknown } = judgeSet(this.#zone.zone, set, this.#verifier, () =>
      this.#pick(isApex),
    );
    for (const { signature, message, grave } of faults) {
      this.#few.add(() => ({
        ...atField(this.#zone, signature.row, tagField),
        message,
        ...(!grave && { severity: "warning" as const }),
      }));
    }
    for (const algorithm of unknown) this.#unknown.set(algorithm, (this.#unknown.get(algorithm) ?? 0) + 1);
    const lacking = [...this.#algorithms].filter((algorithm) => !algorithms.has(algorithm));
    if (faults.some(({ grave }) => grave) || lacking.length === 0) return;
    this.#few.add(() => ({
      ...atType(this.#zone, set.rows[0]!),
      message: `${setText(this.#zone.zone, set)} has no signature of algorithm ${lacking.join(", ")}, of which the zone has a key: some resolvers want one of each; sign the zone again`,
      severity: "warning",
    }));
  }

  #tellMissing(type: RRType, rows: readonly number[]): void {
    this.#few.add(() => ({
      ...atType(this.#zone, rows[0]!),
      message: `${setText(this.#zone.zone, { type, rows })} has no signature in a signed zone: resolvers that validate refuse the answer; sign the zone again`,
    }));
  }

  /** Whether the next signature is to be verified. */
  #pick(isApex: boolean): boolean {
    const isNext = this.#seen % this.#step === 0;
    this.#seen += 1;
    const picked = (isNext || isApex) && this.#verifier.work < this.#most;
    if (!picked) this.#skipped += 1;
    return picked;
  }

  #tellWhatWasLeft(): void {
    const soa = this.#zone.zone.soa();
    const place = soa && atType(this.#zone, soa.row);
    const say = (message: string) => this.#context.report({ ...place, message, severity: "info" });
    if (this.#skipped > 0)
      say(
        `${this.#skipped} of the ${this.#seen} signatures of ${this.#zone.name} were not verified, to save time: the option verify-most (${this.#most}) sets how many are`,
      );
    for (const [algorithm, count] of this.#unknown)
      say(
        `${count} signatures of ${this.#zone.name} are of algorithm ${algorithm}, which is not verified here`,
      );
  }
}
