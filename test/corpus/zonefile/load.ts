import type { TortureCase } from "./torture-case.ts";

/** Section "load" of the torture list. */
export const load: readonly TortureCase[] = [
  {
    id: "sem-001",
    input: "a CNAME b\na A 192.0.2.2\n",
    records: ["a.example. 3600 CNAME b.example.", "a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  {
    id: "sem-002",
    input: "a CNAME b\na CNAME c\n",
    records: ["a.example. 3600 CNAME b.example.", "a.example. 3600 CNAME c.example."],
    reports: [],
  },
  { id: "sem-004", input: "@ CNAME b\n", records: ["example. 3600 CNAME b.example."], reports: [] },
  {
    id: "sem-005",
    input: "a A 192.0.2.2\na A 192.0.2.2\n",
    records: ["a.example. 3600 A 192.0.2.2", "a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  {
    id: "sem-007",
    input: "a CNAME B\nA CNAME b\n",
    records: ["a.example. 3600 CNAME B.example.", "A.example. 3600 CNAME b.example."],
    reports: [],
  },
  { id: "sem-008", input: "a NS ns.a\n", records: ["a.example. 3600 NS ns.a.example."], reports: [] },
  {
    id: "sem-010",
    input: "a NS b\nb CNAME ns\n",
    records: ["a.example. 3600 NS b.example.", "b.example. 3600 CNAME ns.example."],
    reports: [],
  },
  { id: "sem-011", input: "@ NS gone\n", records: ["example. 3600 NS gone.example."], reports: [] },
  { id: "sem-013", input: "", bare: true, records: [], reports: ["1:1 error soa-missing"] },
  { id: "sem-014", input: "; only comment\n", bare: true, records: [], reports: ["1:1 error soa-missing"] },
  {
    id: "sem-016",
    input: "a RRSIG A 13 2 3600 20300101000000 20200101000000 12345 example. AQIDBA==\na CNAME b\n",
    records: [
      "a.example. 3600 RRSIG A 13 2 3600 20300101000000 20200101000000 12345 example. AQIDBA==",
      "a.example. 3600 CNAME b.example.",
    ],
    reports: [],
  },
  {
    id: "sem-017",
    input: "a NSEC b.example. CNAME NSEC\na CNAME b\n",
    records: ["a.example. 3600 NSEC b.example. CNAME NSEC", "a.example. 3600 CNAME b.example."],
    reports: [],
  },
  {
    id: "sem-019",
    input: "a DNAME b\na DNAME c\n",
    records: ["a.example. 3600 DNAME b.example.", "a.example. 3600 DNAME c.example."],
    reports: [],
  },
  {
    id: "sem-020",
    input: "a DNAME b\na CNAME c\n",
    records: ["a.example. 3600 DNAME b.example.", "a.example. 3600 CNAME c.example."],
    reports: [],
  },
  { id: "sem-022", input: "a.ns A 192.0.2.7\n", records: ["a.ns.example. 3600 A 192.0.2.7"], reports: [] },
  {
    id: "sem-023",
    input: "@ DS 1 13 2 abababababababababababababababababababababababababababababababab\n",
    records: ["example. 3600 DS 1 13 2 abababababababababababababababababababababababababababababababab"],
    reports: [],
  },
  {
    id: "sem-025",
    input: 'a NS ns\na TXT "x"\n',
    records: ["a.example. 3600 NS ns.example.", 'a.example. 3600 TXT "x"'],
    reports: [],
  },
  {
    id: "sem-026",
    input: "a CNAME b\na.a A 192.0.2.2\n",
    records: ["a.example. 3600 CNAME b.example.", "a.a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  {
    id: "sem-028",
    input: "x MX 10 y\ny CNAME ns\n",
    records: ["x.example. 3600 MX 10 y.example.", "y.example. 3600 CNAME ns.example."],
    reports: [],
  },
];
