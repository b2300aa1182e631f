import type { RuleExample } from "../example.ts";

/** What a rule's example changes in a signed zone: a stretch of its text, and what stands there instead. */
export type Damage = readonly [from: string, to: string];

const key = "p4utTkabXYbVT13+j0BPfxYulLo1E34ynCE8rjQL4tw=";

/** What every signature of the examples says of itself. */
const signedBy = "3600 20260601000000 20251201000000 23808 example.org.";

/** Signed with Ed25519 by one key from 2025-12-01 to 2026-06-01, with NSEC. */
const withNsec = `$TTL 1h
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ RRSIG SOA 15 2 ${signedBy} lNMrMrCSK9+lEthZQOEPZm/dy5QjLklRxAKJ1p6p3Bu34UGnnflH2Pg5hMqVFkyNfoHwUsn/rMAm6RtmJuPBDw==
@ NS ns1.example.com.
@ NS ns2.example.com.
@ RRSIG NS 15 2 ${signedBy} ha7Jn2kEhB9br887h6XhnIeH6SN3ECve/w6BOgX/BvC9FYr64M3fZ6WrfOug149cvA5RaiQLKKhvNj7l4xqXDw==
@ NSEC sub NS SOA RRSIG NSEC DNSKEY
@ RRSIG NSEC 15 2 ${signedBy} S5ZOJB4NzScddJqpjlc6/0GxuOmZz1LSFs6qcGzi9T+EgyaH2nSH3u02LUg73teJtCQM3Bp2flv/q667niHfDA==
@ DNSKEY 257 3 15 ${key}
@ RRSIG DNSKEY 15 2 ${signedBy} Dv7JVOCnfSrskI3KjiG4cBvfgIY217QLWPzHCspQ2kczlxLLc8CXk45pTNpUvJqTXsmoiJ2yU2hXArXP0jPgCQ==
sub NS ns1.example.com.
sub NS ns2.example.com.
sub NSEC www NS RRSIG NSEC
sub RRSIG NSEC 15 3 ${signedBy} +uwpQhaakxBuexcb7vpDwOaOAxcftZfJY4FndOkIOEBwMN1/M3cFnE4U2HhMj0Mx9KjUzAlkh1gmFRnEiJGiCQ==
www A 192.0.2.1
www RRSIG A 15 3 ${signedBy} niEgD0fUNAVGTyWNRKtzZyC7wb+pFCO2yL8ReACmpK9jlh3yDyDnNYBFpvodTjKnbkkMWKssBNFHCeU1RRRCCQ==
www NSEC @ A RRSIG NSEC
www RRSIG NSEC 15 3 ${signedBy} BQ1RwpGxPI/cuFLqowBQkPiu9WyXHRkPJP1PVgAKop12KADbG7tR869ap1VXAWTa1q9oNuZqm/SQETUDCv/cAw==
`;

/** What both zones with NSEC3 have. */
const hashed = `$TTL 1h
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ RRSIG SOA 15 2 ${signedBy} lNMrMrCSK9+lEthZQOEPZm/dy5QjLklRxAKJ1p6p3Bu34UGnnflH2Pg5hMqVFkyNfoHwUsn/rMAm6RtmJuPBDw==
@ NS ns1.example.com.
@ NS ns2.example.com.
@ RRSIG NS 15 2 ${signedBy} ha7Jn2kEhB9br887h6XhnIeH6SN3ECve/w6BOgX/BvC9FYr64M3fZ6WrfOug149cvA5RaiQLKKhvNj7l4xqXDw==
@ DNSKEY 257 3 15 ${key}
@ RRSIG DNSKEY 15 2 ${signedBy} Dv7JVOCnfSrskI3KjiG4cBvfgIY217QLWPzHCspQ2kczlxLLc8CXk45pTNpUvJqTXsmoiJ2yU2hXArXP0jPgCQ==
@ 0 NSEC3PARAM 1 0 0 -
@ 0 RRSIG NSEC3PARAM 15 2 0 20260601000000 20251201000000 23808 example.org. IldietU3bW5UElNUMW8qNg7bg+MML522VZBGMMEJumRMpwMHsQMzwOtRnzlWEf3bHYK5HYM2CHQAQaNFJSmYCw==
sub NS ns1.example.com.
sub NS ns2.example.com.
www A 192.0.2.1
www RRSIG A 15 3 ${signedBy} niEgD0fUNAVGTyWNRKtzZyC7wb+pFCO2yL8ReACmpK9jlh3yDyDnNYBFpvodTjKnbkkMWKssBNFHCeU1RRRCCQ==
`;

const apexHash = "8um1kjcjmofvvmq7cb0op7jt39lg8r9j";
const subHash = "ake8hgl2k54qc099m02h02h91ppl9pba";
const wwwHash = "vfk8su5vegu02jm1oh6und5ik7bkhf35";

/** The same records with NSEC3. */
const withNsec3 = `${hashed}${apexHash} NSEC3 1 0 0 - ${subHash} NS SOA RRSIG DNSKEY NSEC3PARAM
${apexHash} RRSIG NSEC3 15 3 ${signedBy} vEts7r6KmG833hZw15JlL55cR1nQ8QtyVQHsz/nRG097KghppAbP4cBIEgP/KCJAqqJDjxPMyi4UXNC5PMY+CA==
${subHash} NSEC3 1 0 0 - ${wwwHash} NS
${subHash} RRSIG NSEC3 15 3 ${signedBy} YYHLJ180D9QiE3wTcecNd8RcenBdB0UQQ3zjSkJoA18+f5HFY6HtGdzsWc77UFTx83pfRBT+jbZGLMOloNnnBg==
${wwwHash} NSEC3 1 0 0 - ${apexHash} A RRSIG
${wwwHash} RRSIG NSEC3 15 3 ${signedBy} ASMNhCeKGcxI3N2lvpAa7ykERh6ZLVoP2FEur8q3QsGTCgBUrVpcGh+XclIfLp3o/SguOqjVJfqzfb13qB57Ag==
`;

/** The same with opt-out: the delegation, which has no DS, is not in the chain. */
const withOptOut = `${hashed}${apexHash} NSEC3 1 1 0 - ${wwwHash} NS SOA RRSIG DNSKEY NSEC3PARAM
${apexHash} RRSIG NSEC3 15 3 ${signedBy} UC+9KWaomjUjDnVJTqXzHhBAe2gPhLYcjf4e65Jl0rpv40/All8GYyNVBMxf2Fv1YPy4Q7D89jy1P8AQQDS7DQ==
${wwwHash} NSEC3 1 1 0 - ${apexHash} A RRSIG
${wwwHash} RRSIG NSEC3 15 3 ${signedBy} dT0rHTNiB1bgAvb+fFcrd5C9HUxcKRs01IqgprGs9YkEmU3e0/SWdYJMOKXM8OKXK+uh4ffTrxgMJqbgDE9WAA==
`;

const texts = { NSEC: withNsec, NSEC3: withNsec3, "opt-out": withOptOut } as const;

/** The DNSKEY data of the signed zones, and the DS data that goes with it. */
export const exampleKey = `257 3 15 ${key}`;
export const exampleDs = "23808 15 2 2ec9b7746217d064367142987f5b0c5ed892bbf43d2c1a6fe6d44439438eece2";

/** The text of a signed zone `example.org.` with this changed. */
export function signedText(chain: keyof typeof texts, ...damages: readonly Damage[]): string {
  return damages.reduce((text, [from, to]) => text.replace(from, () => to), texts[chain] as string);
}

/** An example of a signed zone `example.org.` in which this was changed after it was signed. */
export function signedExample(
  title: string,
  chain: keyof typeof texts,
  ...damages: readonly Damage[]
): RuleExample {
  return {
    title,
    zones: [{ origin: "example.org.", text: signedText(chain, ...damages), serial: "from-file" }],
  };
}
