/** Where a TXT record should stand. */
export interface TxtPlace {
  /** What it is. */
  readonly what: string;
  /** Where it is looked for, in words. */
  readonly where: string;
  /** The labels before the zone's name that were most likely meant; undefined where that is not known. */
  readonly labels?: readonly string[];
}

/**
 * Where a TXT record should stand that is a policy or key for mail by its version, and stands at a name that looks as if
 * it was meant to be found: the zone's name itself, or the right word without underscore or in the wrong place.
 * `labels` are those of its owner before the zone's name, in lower case. Undefined where nothing is wrong.
 */
export function placeFor(text: string, labels: readonly string[]): TxtPlace | undefined {
  const version = /^v=(DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)(?:[;\s]|$)/i.exec(text)?.[1]?.toLowerCase();
  if (version === undefined) return undefined;
  if (version === "dmarc1") return inFront("a DMARC policy", "_dmarc", labels);
  if (version === "stsv1") return inFront("an MTA-STS policy", "_mta-sts", labels);
  if (version === "dkim1") return belowSelector("a DKIM key", "_domainkey", labels);
  if (version === "bimi1") return belowSelector("a BIMI record", "_bimi", labels);
  return reporting(labels);
}

/** For what stands at one word, in front of the domain. */
function inFront(what: string, word: string, labels: readonly string[]): TxtPlace | undefined {
  const place = { what, where: `${word}, in front of the domain` };
  if (labels.length === 0) return { ...place, labels: [word] };
  const [first, ...rest] = labels;
  if (first === word.slice(1)) return { ...place, labels: [word, ...rest] };
  const at = labels.indexOf(word);
  if (at <= 0 || labels[at - 1]!.startsWith("_")) return undefined;
  return { ...place, labels: [word, ...labels.slice(0, at), ...labels.slice(at + 1)] };
}

/** For what stands at a selector of the owner's choice, below one word. */
function belowSelector(what: string, word: string, labels: readonly string[]): TxtPlace | undefined {
  const place = { what, where: `<selector>.${word}` };
  if (labels.length === 0 || labels[0] === word) return place;
  const isWordOnly = labels.length === 2 && labels[1] === word.slice(1);
  return isWordOnly ? { ...place, labels: [labels[0]!, word] } : undefined;
}

function reporting(labels: readonly string[]): TxtPlace | undefined {
  const place = { what: "a policy for TLS reports", where: "_smtp._tls, in front of the domain" };
  if (labels.length === 0) return { ...place, labels: ["_smtp", "_tls"] };
  const [first, second, ...rest] = labels;
  if (first === "_smtp" && second === "_tls") return undefined;
  if (first?.replace("_", "") === "smtp" && second?.replace("_", "") === "tls")
    return { ...place, labels: ["_smtp", "_tls", ...rest] };
  return first === "_tls" || first === "_smtp" || first === "_tlsrpt" ? place : undefined;
}
