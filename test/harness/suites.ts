/** A suite that the quick commands leave out: it needs a program that may be missing, or it takes long. */
export interface Suite {
  readonly name: string;
  /** Path prefixes of its test files, from the repository's root. */
  readonly paths: readonly string[];
  /** Programs it starts. */
  readonly needs: readonly string[];
  /** Debian packages that have them. */
  readonly packages: readonly string[];
  /** True: left out of the quick commands even where its programs are there. */
  readonly slow: boolean;
}

/** Every test file that belongs to none of these is quick and needs nothing but npm's packages and git. */
export const suites: readonly Suite[] = [
  {
    name: "zone files beside BIND, Knot DNS, NSD and ldns",
    paths: ["test/conformance/compilezone", "test/conformance/readers"],
    needs: [
      ...["named-compilezone", "dnssec-keygen", "dnssec-signzone", "kzonecheck", "knotd", "knotc"],
      ...["nsd-checkzone", "ldns-read-zone", "ldns-keygen", "ldns-signzone"],
    ],
    packages: ["bind9", "bind9-utils", "dns-root-data", "knot", "knot-dnssecutils", "ldnsutils", "nsd"],
    slow: true,
  },
  {
    name: "what other checkers find, and no false alarms",
    paths: ["test/conformance/detection", "test/conformance/false-alarms"],
    needs: [
      ...["named-checkzone", "dnssec-dsfromkey", "dnssec-keygen", "dnssec-signzone", "kzonecheck"],
      ...["nsd-checkzone", "ldns-keygen", "ldns-signzone"],
    ],
    packages: ["bind9", "bind9-utils", "dns-root-data", "knot-dnssecutils", "ldnsutils", "nsd"],
    slow: true,
  },
  {
    name: "every record type beside dig and kdig",
    paths: ["test/conformance/presentation"],
    needs: ["named", "dig", "kdig"],
    packages: ["bind9", "bind9-dnsutils", "knot-dnsutils"],
    slow: true,
  },
  {
    name: "signed zones beside BIND, Knot DNS, ldns and validns",
    paths: ["test/conformance/dnssec"],
    needs: [
      ...["dnssec-keygen", "dnssec-signzone", "dnssec-verify", "named-compilezone", "kzonecheck"],
      ...["ldns-keygen", "ldns-signzone", "ldns-verify-zone", "validns"],
    ],
    packages: ["bind9-utils", "knot-dnssecutils", "ldnsutils", "validns"],
    slow: true,
  },
  {
    name: "attacks on the sandbox of checks",
    paths: ["test/checks/sandbox/attacks"],
    needs: [],
    packages: [],
    slow: true,
  },
  { name: "mutated zone files", paths: ["test/fuzz"], needs: [], packages: [], slow: true },
  {
    name: "a real named as secondary",
    paths: ["test/conformance/named"],
    needs: ["named", "dig"],
    packages: ["bind9", "bind9-dnsutils"],
    slow: true,
  },
  { name: "the demo's story", paths: ["test/demo/story"], needs: ["named"], packages: ["bind9"], slow: true },
  { name: "the stand-in GitHub", paths: ["test/demo/github"], needs: [], packages: [], slow: true },
  {
    name: "the store killed and shared",
    paths: ["test/store/kill", "test/store/replicas"],
    needs: [],
    packages: [],
    slow: true,
  },
  {
    name: "the app from end to end",
    paths: ["test/e2e", "test/golden"],
    needs: [],
    packages: [],
    slow: true,
  },
  { name: "kill -9 at every effect", paths: ["test/drill/"], needs: [], packages: [], slow: true },
];
