import { TYPE } from "../../../dns/index.ts";
import { type CaaData, caaTokens, issuerOf, issuerTags, readCaa } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import { byOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const caaConflict = {
  id: "caa-conflict",
  severity: "info",
  set: "recommended",
  structural: false,
  types: [TYPE.CAA],
  summary: "CAA records of one name that do not restrict what they seem to.",
  rfc: "RFC 8659 §4.2, RFC 8659 §4.3",
  explanation:
    'Authorities may issue if any record of the kind names them: `issue ";"`, which names nobody, has no effect beside ' +
    "another. And issuewild is about wildcard certificates alone: without an issue record all authorities may issue for " +
    "all other names.",
  examples: {
    fail: [
      exampleOrg(
        "nobody and somebody, and wildcards only",
        `
        a CAA 0 issue ";" ;! caa-conflict ";"
        a CAA 0 issue "ca.example.net"
        b CAA 0 issuewild "ca.example.net" ;! caa-conflict issuewild
        `,
      ),
    ],
    pass: [exampleOrg("no wildcards", '@ CAA 0 issue "ca.example.net"\n@ CAA 0 issuewild ";"')],
  },
  check({ zone, rowsOf, report }) {
    for (const rows of byOwner(zone.zone, rowsOf(TYPE.CAA))) {
      const set = rows.map((row) => readCaa(zone.zone, row));
      const owner = zone.zone.owner(rows[0]!);
      for (const { row, tag, value } of uselessNobody(set)) {
        const message = `"${value}" names nobody, which has no effect beside the other ${tag} records of ${owner}`;
        report({ row, span: caaTokens(zone, row)?.[2].span, message });
      }
      const [wild] = set.filter(({ tag }) => tag === "issuewild");
      if (!wild || set.some(({ tag }) => tag === "issue")) continue;
      const message = `issuewild restricts wildcard certificates alone: without issue, every authority may issue for ${owner}`;
      report({ row: wild.row, span: caaTokens(zone, wild.row)?.[1].span, message });
    }
  },
} as const satisfies Rule;

/** Records that name nobody, beside one of the same tag that names somebody. */
function uselessNobody(set: readonly CaaData[]): readonly CaaData[] {
  return issuerTags.flatMap((kind) => {
    const [named, nobody] = [true, false].map((names) =>
      set.filter(({ tag, value }) => tag === kind && (issuerOf(value) !== "") === names),
    );
    return named!.length > 0 ? nobody! : [];
  });
}
