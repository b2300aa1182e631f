/** An error in an example zone that is a real one, and why. */
interface RealError {
  /** The zone's id among those of zone-readers/sources.ts. */
  readonly zone: string;
  /** `line rule`, for each finding. */
  readonly errors: readonly string[];
  readonly because: string;
}

/** Every error that the rules of `recommended` find in the example zones. */
export const realErrors: readonly RealError[] = [
  {
    zone: "rfc1034-6.1.zone",
    errors: ["10 ns-private-address"],
    because:
      "in 1987 10.0.0.0/8 was the ARPANET; since RFC 1918 no resolver reaches a nameserver of the root there",
  },
  {
    zone: "rfc7208-a.zone",
    errors: ["17 spf-plus-all"],
    because: "the RFC's example of a record that lets everybody send mail in the name's name",
  },
  {
    zone: "rfc8659.zone",
    errors: ["13 caa-value", "14 caa-tag"],
    because:
      "the RFC's examples of a malformed value, and of a critical property that nobody knows (§4.1, §5.3)",
  },
  {
    zone: "rfc9460-d.zone",
    errors: ["7", "8", "9", "10", "11", "12", "15"].map((line) => `${line} svcb-target-no-address`),
    because: "vectors of single records: the hosts they point at are not part of them",
  },
];

/** How many warnings each rule of `recommended` gives in all example zones together: what noise there is shows. */
export const warnings: Readonly<Record<string, number>> = {
  "addr-documentation": 1,
  "addr-v4mapped": 1,
  "ds-algorithm": 6,
  "occluded-below-delegation": 1,
  "owner-looks-like-field": 1,
  "ptr-mismatch": 1,
  "ptr-missing": 3,
  "rr-duplicate": 1,
  "soa-minimum-range": 4,
  "soa-refresh-retry": 1,
  "soa-rname-invalid": 1,
  "syn-obsolete-type": 8,
  "tlsa-host-missing": 1,
  // The root's hints write 3600000 at each record.
  "ttl-high": 39,
  "ttl-missing": 2,
  "wildcard-nonterminal": 1,
  "wildcard-shadowed": 1,
};
