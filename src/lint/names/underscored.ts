import { editDistance } from "../../base/index.ts";
import { type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { labelAt, type OwnerLabel, ownersWith } from "../tree/index.ts";

const underscore = 0x5f;

/**
 * Labels that start with an underscore and have a meaning everywhere: IANA's registry of underscored and globally scoped
 * DNS node names (RFC 8552 §4, as known in November 2026), by the label nearest to the zone's name.
 */
const registered = [
  "_acct",
  "_acme-challenge",
  "_dane",
  "_dccp",
  "_dmarc",
  "_dns",
  "_domainkey",
  "_dsync",
  "_email",
  "_ems",
  "_er",
  "_example",
  "_fax",
  "_ft",
  "_h323",
  "_http",
  "_https",
  "_iax",
  "_ical-access",
  "_ical-sched",
  "_ifax",
  "_im",
  "_ipv6",
  "_ldap",
  "_mms",
  "_mta-sts",
  "_ocsp",
  "_openpgpkey",
  "_pres",
  "_pstn",
  "_sctp",
  "_signal",
  "_sip",
  "_smimecert",
  "_sms",
  "_spf",
  "_sztp",
  "_tcp",
  "_udp",
  "_unifmsg",
  "_validation-contactemail",
  "_validation-contactphone",
  "_vcard",
  "_videomsg",
  "_voice",
  "_voicemsg",
  "_vouch",
  "_vpim",
  "_web",
  "_xmpp",
] as const;

/** Others that software and services ask for in practice. */
const inUse = [
  "_validation-persist",
  "_dsboot",
  "_adsp",
  "_bimi",
  "_tls",
  "_amazonses",
  "_asvdns",
  "_atproto",
  "_autodiscover",
  "_cf-custom-hostname",
  "_cisco-uds",
  "_dc",
  "_dnsauth",
  "_dnslink",
  "_domainconnect",
  "_gc",
  "_kerberos",
  "_kpasswd",
  "_matrix",
  "_mcp",
  "_minecraft",
  "_msdcs",
  "_nostr",
  "_pki-validation",
  "_psl",
  "_report",
  "_sites",
  "_smtp",
  "_srv",
  "_token",
  "_vercel",
  "_visual-studio-marketplace",
] as const;

const known: ReadonlySet<string> = new Set<string>([...registered, ...inUse]);

/** Starts of labels that services make up the rest of. */
const starts = [
  "_ta-",
  "_github-",
  "_gitlab-pages-",
  "_spf",
  "_dnsauth",
  "_acme-challenge-",
  "_globalsign-",
  "_asvdns-",
];

const services: readonly RRType[] = [TYPE.SRV, TYPE.TLSA, TYPE.URI];
const policies: readonly RRType[] = [TYPE.TXT, TYPE.CNAME];

/** Labels that people write by hand, with the types of their records: what mistyped ones are taken for. */
const oftenWritten: readonly { readonly name: string; readonly with: readonly RRType[] }[] = [
  { name: "_tcp", with: services },
  { name: "_udp", with: services },
  { name: "_dmarc", with: policies },
  { name: "_domainkey", with: policies },
  { name: "_mta-sts", with: policies },
  { name: "_acme-challenge", with: policies },
  { name: "_bimi", with: policies },
];

/** Whether the meaning of a label, in lower case, is known. */
export function isKnownUnderscored(label: string): boolean {
  return known.has(label) || starts.some((start) => label.startsWith(start));
}

/**
 * The label of each owner that gives its underscored part its meaning, which of several is the one nearest to the zone's
 * name, where that meaning is not known.
 */
export function* unknownLabels(zone: Zone): Generator<OwnerLabel> {
  let known: Buffer | undefined;
  for (const owner of ownersWith(zone, "_")) {
    const at = lastUnderscored(owner, owner.length - zone.apexWire.length);
    // Most of them are the same few, one after the other.
    if (at < 0 || (known && isLabel(owner, at, known))) continue;
    const text = labelAt(owner, at);
    if (isKnownUnderscored(text.toLowerCase())) {
      known = owner.subarray(at, at + 1 + owner[at]!);
      continue;
    }
    const row = zone.rowsWire(owner, 0)[0];
    if (row !== undefined) yield { row, owner, at, text };
  }
}

function lastUnderscored(owner: Buffer, apexAt: number): number {
  let last = -1;
  for (let at = 0; at < apexAt; at += owner[at]! + 1) if (owner[at + 1] === underscore) last = at;
  return last;
}

function isLabel(owner: Buffer, at: number, label: Buffer): boolean {
  for (let i = 0; i < label.length; i += 1) if (owner[at + i] !== label[i]) return false;
  return true;
}

/**
 * The name a label was most likely meant to be, of those often written with records of these types; undefined where it
 * is known or near none. What only goes on after one, such as _dmarc-old, is meant as it stands.
 */
export function mistypedUnderscored(label: string, types: readonly RRType[]): string | undefined {
  const word = label.toLowerCase();
  if (isKnownUnderscored(word)) return undefined;
  const most = word.length <= 5 ? 1 : 2;
  return oftenWritten
    .filter(({ with: wanted }) => types.some((type) => wanted.includes(type)))
    .map(({ name }) => name)
    .find((name) => editDistance(word, name, most) <= most && !/^[\d-]/.test(word.slice(name.length)));
}
