/** A secret in a text: what it is, in words, and where it stands. */
export interface Secret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** Forms of secrets that can be told for certain, by the mark their makers put at their start. */
const forms: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "a private key", form: /-----BEGIN (?:[A-Z]{2,10} )?(?:ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----/ },
  { what: "a PuTTY private key", form: /PuTTY-User-Key-File-\d/ },
  { what: "a GitHub token", form: /\bgh[pousr]_[A-Za-z\d]{36}/ },
  { what: "a GitHub token", form: /\bgithub_pat_[A-Za-z\d_]{60,90}/ },
  { what: "a GitLab token", form: /\bglpat-[\w-]{20}/ },
  { what: "a Slack token", form: /\bxox[abprs]-[A-Za-z\d-]{20}/ },
  { what: "an AWS access key", form: /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/ },
  { what: "a Google API key", form: /\bAIza[\w-]{35}/ },
  { what: "a Stripe key", form: /\b[rs]k_live_[A-Za-z\d]{24}/ },
  { what: "an npm token", form: /\bnpm_[A-Za-z\d]{36}/ },
];

export function findSecret(text: string): Secret | undefined {
  for (const { what, form } of forms) {
    const found = form.exec(text);
    if (found) return { what, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}
