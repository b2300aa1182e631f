import { judgeRows } from "./rows.ts";

const reverse = {
  "10.in-addr.arpa": "2.0.0 PTR b.acme.example.",
  "8.b.d.0.1.0.0.2.ip6.arpa": "2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR b.acme.example.",
};

judgeRows(
  "ptr",
  [
    {
      expectation: "ptr: a.acme.example",
      records: "a A 10.0.0.1",
      fails: [
        "a.acme.example. A 10.0.0.1: expected 1.0.0.10.in-addr.arpa. PTR to lead back to a.acme.example., found no such record",
        "zones/acme.example.zone:3",
      ],
    },
    { expectation: "ptr: b.acme.example", records: "b A 10.0.0.2\nb AAAA 2001:db8::2" },
    {
      expectation: "ptr: c.acme.example",
      records: "c A 10.0.0.2",
      fails: ["found b.acme.example.", "zones/10.in-addr.arpa.zone:3"],
    },
    { expectation: "ptr: d.acme.example", records: "", fails: ["expected at least one A record"] },
  ],
  { zones: reverse },
);
