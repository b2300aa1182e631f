import {
  compareNames,
  isAtOrBelow,
  type Name,
  parentOf,
  type RRType,
  TYPE,
  type Zone,
} from "../dns/index.ts";
import type { OwnedName } from "./resolver.ts";

/** Types that the parent side of a zone cut answers for (RFC 4035 §2.4, RFC 1034 §4.2.1). */
const AT_CUT: ReadonlySet<RRType> = new Set([TYPE.NS, TYPE.DS]);

/**
 * The names a zone answers for, in canonical order: none below a zone cut or a DNAME, and of a cut only what is the
 * parent's to say. `others` are the apexes of the view's other zones, which answer for themselves.
 */
export function namesOf(zone: Zone, others: Iterable<Name>): readonly OwnedName[] {
  const inside = new Set([...others].filter((apex) => apex !== zone.apex && isAtOrBelow(apex, zone.apex)));
  const names: OwnedName[] = [];
  const known = new Map<string, readonly RRType[]>();
  const { owner: owners, names: table } = zone.columns;
  let key = -1;
  let name: Name = zone.apex;
  let types: RRType[] = [];
  let cut: Name | undefined;
  const close = () => {
    if (types.length === 0 || !isAtOrBelow(name, zone.apex)) return;
    if (cut !== undefined && isAtOrBelow(name, cut)) return;
    cut = inside.size > 0 ? apexAbove(name, zone.apex, inside) : undefined;
    if (cut !== undefined) return;
    const isCut = name !== zone.apex && types.includes(TYPE.NS);
    if (isCut || types.includes(TYPE.DNAME)) cut = name;
    names.push({ name, types: shared(known, isCut ? types.filter((type) => AT_CUT.has(type)) : types) });
  };
  for (const rows of zone.rowSets()) {
    const row = rows[0]!;
    const next = table.key[owners[row]!]!;
    if (next !== key) {
      close();
      key = next;
      name = zone.ownerKey(row);
      types = [];
    }
    types.push(zone.type(row));
  }
  close();
  return names;
}

/** The apex at or above a name, up to and without another. */
function apexAbove(name: Name, end: Name, apexes: ReadonlySet<Name>): Name | undefined {
  for (let at: Name | undefined = name; at !== undefined && at !== end; at = parentOf(at))
    if (apexes.has(at)) return at;
  return undefined;
}

/** Those at or below a name, of names in canonical order: they stand together. */
export function* below(names: readonly OwnedName[], top: Name): Iterable<OwnedName> {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(names[middle]!.name, top) < 0) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < names.length && isAtOrBelow(names[at]!.name, top); at += 1) yield names[at]!;
}

/** One sequence for all names with the same types: there are few. */
function shared(known: Map<string, readonly RRType[]>, types: readonly RRType[]): readonly RRType[] {
  const key = types.join(" ");
  const first = known.get(key);
  if (first) return first;
  known.set(key, types);
  return types;
}
