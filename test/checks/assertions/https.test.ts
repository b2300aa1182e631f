import { judgeRows } from "./rows.ts";

const expectation = "https: www.acme.example";

judgeRows("https", [
  { expectation, records: "www HTTPS 1 ." },
  { expectation, records: "www A 192.0.2.1", fails: ["at least one HTTPS record", "no HTTPS record"] },
  {
    expectation: `${expectation}\ntargets: { port: 443, within: [192.0.2.0/24, 2001:db8::/32] }`,
    records: "www HTTPS 1 . ipv6hint=2001:db8::1\nwww A 192.0.2.1\nwww AAAA 2001:db8::1",
  },
  {
    expectation: `${expectation}\ntargets: { port: 443 }`,
    records: "www HTTPS 1 . port=8443\nwww A 192.0.2.1",
    fails: ["port 443 for www.acme.example., found port 8443"],
  },
  {
    expectation: `${expectation}\ntargets: { within: 2001:db8::/32 }`,
    records: "www HTTPS 1 . ipv6hint=2001:db9::1\nwww AAAA 2001:db8::1",
    fails: ["every address hint within 2001:db8::/32, found 2001:db9::1"],
  },
  {
    expectation: `${expectation}\ntargets: {}`,
    records: "www HTTPS 0 cdn.elsewhere.test.",
    fails: ["its target cdn.elsewhere.test."],
  },
  { expectation: `${expectation}\ntargets: { external: ok }`, records: "www HTTPS 0 cdn.elsewhere.test." },
]);
