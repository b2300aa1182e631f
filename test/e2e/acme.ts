/** The repository all stories are about: two small forward zones and one check over both. */
export const REPOSITORY = "acme/dns";

export const ZONE = "zones/acme.example.zone";
export const CDN = "zones/cdn.example.zone";
export const CONFIG = ".github/zonewright.yml";
export const CHECK = "checks/web.yml";

export const zoneText = `$TTL 300
@\tSOA\tns1 hostmaster 1 3600 600 604800 300
@\tNS\tns1
ns1\tA\t192.0.2.1
www\tA\t192.0.2.10
shop\tCNAME\tedge.cdn.example.
`;

const cdnText = `$TTL 600
@\tSOA\tns1.acme.example. hostmaster.acme.example. 1 3600 600 604800 300
@\tNS\tns1.acme.example.
edge\tA\t192.0.2.80
`;

export const configText = `version: 1
zones:
  - files: zones/*.zone
    name: "{stem}"
checks: [checks/*.yml, checks/*.check.ts]
policy:
  approvals: 1
`;

export const checkText = `checks:
  - name: the site has an address
    owner: "@acme/web"
    expect:
      - resolves: www.acme.example
        type: A
`;

/** Files of the repository's first commit. */
export function firstFiles(): Record<string, string> {
  return {
    [ZONE]: zoneText,
    [CDN]: cdnText,
    [CONFIG]: configText,
    [CHECK]: checkText,
    "README.md": "# acme/dns\n",
  };
}

/** The main zone with more lines, or with some replaced. */
export function zoneWith(...lines: readonly string[]): string {
  return `${zoneText}${lines.map((line) => `${line}\n`).join("")}`;
}

export const RADIO = "radio\tA\t192.0.2.20";
export const TV = "tv\tA\t192.0.2.21";
