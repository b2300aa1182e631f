import { judgeRows } from "./rows.ts";

judgeRows("alias", [
  {
    expectation: "alias: www.acme.example\nend: web.acme.example",
    records: "www CNAME x\nx CNAME Web\nweb A 192.0.2.1",
  },
  {
    expectation: "alias: www.acme.example\nend: cdn.elsewhere.test",
    records: "www CNAME cdn.elsewhere.test.",
  },
  {
    expectation: "alias: www.acme.example\nend: web.acme.example",
    records: "www CNAME x\nx A 192.0.2.1",
    fails: [
      "www.acme.example. CNAME: expected an alias that ends at web.acme.example., found an alias that ends at x.acme.example.",
      "zones/acme.example.zone:3",
    ],
  },
  {
    expectation: "alias: www.acme.example\nend: web.acme.example",
    records: "www A 192.0.2.1",
    fails: ["found 1 A record"],
  },
  {
    expectation: "alias: www.acme.example\nend: web.acme.example",
    records: "www CNAME web\nweb TXT x",
    fails: ["an alias to web.acme.example., which has no A"],
  },
  {
    expectation: "alias: a.acme.example\nend: b.acme.example",
    records: "a CNAME b\nb CNAME a",
    fails: ["aliases that lead in a circle"],
  },
]);
