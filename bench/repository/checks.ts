import type { Files, Forward } from "./zones.ts";

/** Checks in TypeScript, each in a file of its own; checks that walk all names; and YAML checks in a file. */
const CODE = 20;
const IN_FILE = 20;

/** What is said of one zone: one check each, all of which hold. */
const OF_ZONE: readonly ((name: string, hosts: number) => string)[] = [
  (name) => `{ resolves: www.${name}, type: A, count: { min: 1 } }`,
  (name) => `{ mx: ${name}, targets: { min: 1, resolve: A, within: 192.0.2.0/24 } }`,
  (name) => `{ ns: ${name}, targets: { min: 2, resolve: A } }`,
  (name) => `{ srv: _web._tcp.${name}, targets: { min: 2, within: 10.0.0.0/8, port: 8080 } }`,
  (name) => `{ nxdomain: old-intranet.${name} }`,
  (name) => `{ alias: www.${name}, end: host-0.${name} }`,
  (name) => `{ ttl: www.${name}, type: A, min: 1m, max: 1d }`,
  (name) => `{ zone: ${name}, soa: { expire: { min: 2w } }, nameservers: { count: { min: 2 } } }`,
  (name) => `{ nodata: www.${name}, type: AAAA }`,
  (name, hosts) => `{ ptr: host-${hosts - 1}.${name} }`,
];

/** Those that look at whole zones, or at all. */
const WALKING = [
  `{ every: "**.acme.example", type: A, except: [ns1.acme.example, ns2.acme.example, mail.acme.example], expect: { ptr: "{name}" } }`,
  `{ every: "_http._tcp.*.acme.example", type: SRV, expect: { srv: "{name}", targets: { port: 80 } } }`,
  "{ reverse: 10.0.0.0/8 }",
  "{ no-address-within: [10.200.0.0/16] }",
  `{ forbidden: ["*.test.acme.example", "tmp-*.acme.example"] }`,
];

/** Adds `count` checks over zones, in YAML and in TypeScript. */
export function addChecks(files: Files, count: number, zones: readonly Forward[]): void {
  for (let at = 0; at < CODE; at++)
    files.set(`checks/zone-${at}.check.ts`, codeFile(zones[(at * 7) % zones.length]!.name, at));
  const [small, smallest] = zones.slice(-2);
  const parity = `{ parity: ${small!.name}, with: ${smallest!.name}, types: [MX, CNAME] }`;
  const listed = [...WALKING, parity].map((expect, at) => yamlCheck(`walk ${at}`, expect));
  for (let at = 0; listed.length < count - CODE; at++) {
    const { name, hosts } = zones[(at * 37) % zones.length]!;
    const expect = OF_ZONE[at % OF_ZONE.length]!(name, hosts);
    listed.push(at % 10 === 9 ? hostsCheck(`hosts ${at}`, name) : yamlCheck(`${name} ${at}`, expect));
  }
  for (let from = 0; from < listed.length; from += IN_FILE) {
    const part = listed.slice(from, from + IN_FILE).join("");
    files.set(
      `checks/part-${from / IN_FILE}.yml`,
      `lists:\n  hosts: [host-0, host-1, host-2, host-3]\nchecks:\n${part}`,
    );
  }
}

function yamlCheck(name: string, expect: string): string {
  return `  - name: ${name}\n    owner: "@acme/network"\n    expect:\n      - ${expect}\n`;
}

function hostsCheck(name: string, zone: string): string {
  return `  - name: ${name}\n    for: { host: hosts }\n    expect:\n      - { ptr: "{host}.${zone}" }\n`;
}

function codeFile(zone: string, at: number): string {
  return `import { check } from "zonewright/checks";

check("services of ${zone} ${at}", { owner: "@acme/network" }, ({ dns, each, expect }) => {
  each("host", ["host-0", "host-1", "host-2"], (host) => {
    const answer = dns.resolve(\`\${host}.${zone}\`, "A");
    expect(answer).toHaveLength(1);
    expect(dns.resolve(dns.reverse(answer.records[0].value), "PTR")).toContain(\`\${host}.${zone}.\`);
  });
});
`;
}
