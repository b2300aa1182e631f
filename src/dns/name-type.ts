declare const nameBrand: unique symbol;

/**
 * An absolute domain name in presentation form, with its final dot; "." is the root. Escapes are normalised: `\`
 * before `" $ ( ) . ; @ \` inside a label, `\DDD` for what is not printable ASCII, so that equal names spelled in one
 * case are equal strings. Case is as written.
 */
export type Name = string & { readonly [nameBrand]: true };

/** What is wrong with a name, without position: the caller knows where it stands. */
export class NameError extends Error {
  override readonly name = "NameError";
}
