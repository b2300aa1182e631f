import { expect, test } from "@jest/globals";
import { parseName, TYPE } from "../../src/dns/index.ts";
import { resolverOf } from "./world.ts";

const resolver = resolverOf({
  "acme.example": `www CNAME web
web A 192.0.2.1
web A 192.0.2.2
shop CNAME shops.cdn.example.
gone CNAME nothing.cdn.example.
out CNAME elsewhere.test.
here CNAME there
there CNAME here
over CNAME back.cdn.example.
deep CNAME host.lab
lab NS ns.lab
theirs NS ns.elsewhere.test.
* TXT "any"`,
  "cdn.example": "shops CNAME edge\nedge 60 A 203.0.113.1\nback CNAME over.acme.example.",
  "lab.acme.example": "host A 10.1.64.1",
});

const resolve = (name: string, type: number = TYPE.A) => resolver.resolve(parseName(name), type);

test("records come with the place of each", () => {
  expect(resolve("WEB.acme.example.")).toMatchObject({
    kind: "records",
    place: { file: "zones/acme.example.zone", line: 4, zone: "acme.example." },
    places: [{ line: 4 }, { line: 5 }],
  });
});

test.each([
  ["an alias in its zone", "www.acme.example.", "records", ["www.acme.example.", "web.acme.example."]],
  [
    "an alias into another zone",
    "shop.acme.example.",
    "records",
    ["shop.acme.example.", "shops.cdn.example.", "edge.cdn.example."],
  ],
  [
    "an alias below a delegation to another of our zones",
    "deep.acme.example.",
    "records",
    ["deep.acme.example.", "host.lab.acme.example."],
  ],
  ["an alias to nothing", "gone.acme.example.", "nxdomain", ["gone.acme.example.", "nothing.cdn.example."]],
  ["an alias out of our zones", "out.acme.example.", "external", ["out.acme.example.", "elsewhere.test."]],
  ["a name in no zone of ours", "www.elsewhere.test.", "external", ["www.elsewhere.test."]],
  ["a name delegated to others", "a.theirs.acme.example.", "external", ["a.theirs.acme.example."]],
  ["a name with other types only", "any.acme.example.", "nodata", ["any.acme.example."]],
  ["a name that does not exist", "no.lab.acme.example.", "nxdomain", ["no.lab.acme.example."]],
])("%s", (_what, name, kind, chain) => {
  expect(resolve(name)).toMatchObject({ kind, chain });
});

test("the TTL is the least on the way", () => {
  expect(resolve("shop.acme.example.").ttl).toBe(60);
});

test("circles end, in one zone and across zones", () => {
  expect(resolve("here.acme.example.").kind).toBe("loop");
  expect(resolve("over.acme.example.").kind).toBe("loop");
});

test("nearest: the same name, else the same type at the name most alike, else the name above", () => {
  const near = resolverOf({
    "acme.example":
      "_p._tcp.lon SRV 0 0 1 a\n_metrics._tcp.ash SRV 0 0 1 a\na A 192.0.2.1\n_p._tcp.asx TXT x",
  });
  const nearest = (name: string, type: number) => near.nearest?.(parseName(name), type)?.name;
  expect(nearest("_p._tcp.ash.acme.example.", TYPE.SRV)).toBe("_p._tcp.lon.acme.example.");
  expect(nearest("a.acme.example.", TYPE.AAAA)).toBe("a.acme.example.");
  expect(nearest("entirely-different-name.acme.example.", TYPE.CAA)).toBe("acme.example.");
  expect(nearest("a.elsewhere.test.", TYPE.A)).toBeUndefined();
});
