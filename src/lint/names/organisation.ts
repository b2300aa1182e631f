import { isAtOrBelow, labelsOf, type Name, nameKey } from "../../dns/index.ts";

/**
 * Whether two domains plainly belong to one organisation: one is below the other, or both are below one registered name.
 * Where names are registered is guessed without a list: below a label of up to three letters under a country's
 * (co.uk, com.au), else below the last label.
 */
export function isSameOrganisation(a: Name, b: Name): boolean {
  return isAtOrBelow(a, b) || isAtOrBelow(b, a) || registeredName(a) === registeredName(b);
}

/** The name below which everything belongs to one organisation: `example.com.` of `www.example.com.`, by the same guess. */
export function registeredName(name: Name): Name {
  const labels = labelsOf(nameKey(name));
  const isBelowCountry = labels.at(-1)?.length === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return `${labels.slice(isBelowCountry ? -3 : -2).join(".")}.` as Name;
}
