import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { dkimRecords, listOf, oneOf, readDkimKey, reportTagFaults, type TagForm } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

/** RFC 6376 §3.6.1; `g` is of RFC 4871. The key itself is judged apart. */
const dkim: TagForm = {
  what: "DKIM",
  version: "DKIM1",
  versionMayBeMissing: true,
  required: ["p"],
  values: {
    h: (value) => asWarning(listOf("sha1", "sha256")(value)),
    k: oneOf("rsa", "ed25519"),
    n: () => undefined,
    p: () => undefined,
    s: (value) => asWarning(listOf("*", "email", "tlsrpt")(value)),
    t: (value) => asWarning(listOf("y", "s")(value)),
    g: () => undefined,
  },
};

/** What is not known there is to be ignored. */
function asWarning(fault: ReturnType<TagForm["values"][string]>): typeof fault {
  return fault && { ...fault, severity: "warning" };
}

export const dkimSyntax = {
  id: "dkim-syntax",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A DKIM key that verifiers cannot read.",
  rfc: "RFC 6376 §3.6.1, RFC 8463 §4",
  explanation:
    "With a bad key every signature of the selector fails, and with DMARC the mail may be refused. Mostly the key was cut " +
    "off or changed when it was copied: take it from the signer again. An empty `p=` withdraws a key on purpose.",
  examples: {
    fail: [
      exampleOrg(
        "keys that are none",
        `
        a._domainkey TXT "v=DKIM1; k=rsa; p=MIGf!" ;! dkim-syntax p=MIGf!
        b._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqG" ;! dkim-syntax p=MIGfMA0GCSqG
        c._domainkey TXT "v=DKIM1; k=ed25519; p=AAAA" ;! dkim-syntax p=AAAA
        d._domainkey TXT "k=rsa; v=DKIM1; p=" ;! dkim-syntax v=DKIM1
        e._domainkey TXT "v=DKIM1; k=rsa" ;! dkim-syntax "v=DKIM1; k=rsa"
        `,
      ),
      exampleOrg("another version", 'a._domainkey TXT "v=DKIM; p=" ;! dkim-syntax v=DKIM'),
    ],
    pass: [
      exampleOrg(
        "keys of both types, one withdrawn, and one in several strings",
        `
        a._domainkey TXT "v=DKIM1; k=ed25519; p=PoTY61Tlahpu0/afKTzAQ85G03YrjjOfevTbBRPKSIE="
        b._domainkey TXT "p="
        c._domainkey TXT ( "v=DKIM1; h=sha256; k=rsa; s=email; t=s; n=key of 2026; p="
          "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlPBgrezA4LmcDmMSn7+w2i6VQFyEOVj42gFTEV7HM+tQbPYlWl5AmJ9us5fN9c9H2IzSXOgRbKNaYndKDQAsyy0TKDeTWbSS9KPmQt+3fx/oEseXSLS5ur5udfNeS+khpVRV35tR8VLiwvda49fO7Gnz6oIO7ZGDc87EhDgf69q"
          "PNL0W48z1ldZig31N73l5Gh0ydS73Rg0Fum2VtLMDlVbBp1gclrEzO7Bhl8PIfuLvi9o6k7t6a9i+i3SpeUhJjPZU1IuNCAVBWLwm6TlJ8iH54cQLt+CNJkNSvTAzQKrGFSbuEBLi6l7QXsxMLErrR3O/7YYs+46vK1AptrDdewIDAQAB" )
        `,
      ),
    ],
  },
  check(context) {
    for (const { txt, type, data } of dkimRecords(context)) {
      reportTagFaults(context.report, txt, dkim);
      const key = data && readDkimKey(data.value, type);
      if (key?.kind !== "bad") continue;
      context.report({ row: txt.row, span: txt.span(data!.start, data!.end), message: `p: ${key.problem}` });
    }
  },
} as const satisfies Rule;
