import { type TxtContext, type TxtRecord, textsAt } from "../../txt/index.ts";
import { readTagList, type Tag } from "../tags/index.ts";

/** A TXT record at `<selector>._domainkey`. */
export interface DkimRecord {
  readonly txt: TxtRecord;
  readonly tags: readonly Tag[];
  /** The value of `k`. */
  readonly type: string;
  readonly data: Tag | undefined;
}

/** The DKIM records of a zone; selectors have one label, or two. */
export function dkimRecords(context: TxtContext): DkimRecord[] {
  const texts = [...textsAt(context, ["*", "_domainkey"]), ...textsAt(context, ["*", "*", "_domainkey"])];
  // ADSP, a policy that was given up, had its place there too (RFC 5617).
  const keys = texts.filter(({ owner }) => !/^_adsp\._domainkey\./i.test(owner));
  return keys.map((txt) => {
    const { tags } = readTagList(txt.text);
    const value = (name: string) => tags.find((tag) => tag.name.toLowerCase() === name);
    return { txt, tags, type: value("k")?.value ?? "rsa", data: value("p") };
  });
}
