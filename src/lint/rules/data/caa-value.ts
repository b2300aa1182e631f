import { TYPE } from "../../../dns/index.ts";
import { caaValuePlace, contactFault, issuerFaults, issuerTags, readCaa } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { shown } from "../../writing/index.ts";

export const caaValue = {
  id: "caa-value",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.CAA],
  summary: "A CAA property whose value certification authorities cannot read.",
  rfc: "RFC 8659 §4.2, RFC 8659 §4.4, RFC 8657",
  explanation:
    "The value of issue and its like is the domain of an authority, as that says in its documents, and parameters behind " +
    "semicolons; a value that cannot be read forbids everybody to issue. Reports (iodef) go to a URI.",
  examples: {
    fail: [
      exampleOrg(
        "values with one right answer",
        `
        @ CAA 0 issue "https://ca.example.net/" ;! caa-value "https://ca.example.net/"
        a CAA 0 issue "ca.example.net.; accounturi=https://ca.example.net/1" ;! caa-value ca.example.net.
        a CAA 0 iodef "pki@example.org" ;! caa-value "pki@example.org"
        b CAA 0 contactemail "mailto:pki@example.org" ;! caa-value "mailto:pki@example.org"
        `,
      ),
      exampleOrg(
        "values to be thought about",
        `
        @ CAA 0 issue "Our CA" ;! caa-value "Our CA"
        a CAA 0 issue "ca.example.net; dns-01" ;! caa-value dns-01
        b CAA 0 contactphone "112" ;! caa-value "112"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "an authority with parameters, and none",
        `
        @ CAA 0 issue "ca.example.net; accounturi=https://ca.example.net/acct/1; validationmethods=dns-01,http-01"
        @ CAA 0 issuewild ";"
        @ CAA 0 iodef "https://pki.example.org/iodef"
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.CAA)) {
      const data = readCaa(zone.zone, row);
      const contact = contactFault(data.tag, data.value);
      const faults = issuerTags.includes(data.tag) ? issuerFaults(data.value) : contact ? [contact] : [];
      for (const { start, end, message, instead } of faults) {
        const place = caaValuePlace(zone, data, start, end);
        report({
          row,
          span: place.span,
          message: `"${shown(data.value.slice(start, end))}": ${message}`,
          fix: instead === undefined ? undefined : place.replace(`write ${instead}`, instead),
        });
      }
    }
  },
} as const satisfies Rule;
