import type { Random } from "./random.ts";

/** What master files are made of, and what breaks their readers. */
const words: readonly string[] = [
  ..."@ . .. * a a. IN in CH CLASS1 CLASS3 0 1 60 1h30m 65535 65536 2147483648 4294967296 -1".split(" "),
  ..."$ORIGIN $TTL $INCLUDE $GENERATE $DATE $ 0-3 0-65535 0-4294967295 3-1/0 h$ $$".split(" "),
  `\${0,3,x}`,
  `\${-1,255,n}`,
  ..."example.zone part.zone ../part.zone /etc/passwd A AAAA NS CNAME SOA MX TXT SRV CAA NAPTR LOC".split(
    " ",
  ),
  ..."SVCB HTTPS NSEC NSEC3 RRSIG DNSKEY DS TLSA APL HIP IPSECKEY CSYNC TYPE1 TYPE65535 ANY OPT ALIAS".split(
    " ",
  ),
  ..."192.0.2.1 2001:db8::1 ::ffff:1.2.3.4 \\# 4 c0000201 0 \\#4 ns hm 1:192.0.2.0/24 alpn=h2 key1=".split(
    " ",
  ),
  ..."20300101000000 99999999999999 AQIDBA== AA= 42 21 54.123 N 10000000m +1 0x10 1.5h café é".split(" "),
  ...["(", ")", "((", '"', '""', ";", "\\", "\\0", "\\065", "\\256", "\\999", "\\.", '\\"', "#", "//", "'"],
  ...["\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "\0", "\u007f", "\ufeff", "\u00a0", "\u202e", "“", "😀"],
  "x".repeat(63),
  "x".repeat(64),
  `${"x".repeat(63)}.`.repeat(4),
  `"${"y".repeat(256)}"`,
];
const encoded = words.map((word) => Buffer.from(word));
const longestRepeat = 3000;
const longestFile = 65_536;

type Mutation = (octets: Buffer, random: Random, other: Buffer) => Buffer;

function splice(octets: Buffer, from: number, to: number, insert: Uint8Array): Buffer {
  return Buffer.concat([octets.subarray(0, from), insert, octets.subarray(to)]);
}

/** Where some token or line starts or ends, so that a change often leaves something that is nearly right. */
function boundary(octets: Buffer, random: Random): number {
  const start = random.below(octets.length + 1);
  for (let at = start; at < octets.length; at++) if (octets[at]! <= 0x20) return at + random.below(2);
  return start;
}

function lineAt(octets: Buffer, at: number): { from: number; to: number } {
  const from = at === 0 ? 0 : octets.lastIndexOf(0x0a, at - 1) + 1;
  const next = octets.indexOf(0x0a, at);
  return { from, to: next < 0 ? octets.length : next + 1 };
}

function tokenAt(octets: Buffer, random: Random): { from: number; to: number } {
  let from = random.below(octets.length);
  while (from > 0 && octets[from - 1]! > 0x20) from--;
  let to = from;
  while (to < octets.length && octets[to]! > 0x20) to++;
  return { from, to };
}

const mutations: readonly Mutation[] = [
  function flipBit(octets, random) {
    const changed = Buffer.from(octets);
    const at = random.below(octets.length);
    if (octets.length > 0) changed[at]! ^= 1 << random.below(8);
    return changed;
  },
  function insertOctet(octets, random) {
    const at = random.below(octets.length + 1);
    return splice(octets, at, at, Uint8Array.of(random.below(256)));
  },
  function deleteRange(octets, random) {
    const from = random.below(octets.length);
    return splice(octets, from, Math.min(octets.length, from + 1 + random.below(30)), Buffer.alloc(0));
  },
  function deleteToken(octets, random) {
    const { from, to } = tokenAt(octets, random);
    return splice(octets, from, to, Buffer.alloc(0));
  },
  function replaceToken(octets, random) {
    const { from, to } = tokenAt(octets, random);
    return splice(octets, from, to, random.pick(encoded));
  },
  function insertWord(octets, random) {
    const at = boundary(octets, random);
    return splice(octets, at, at, Buffer.concat([random.pick(encoded), random.pick(encoded.slice(-14, -4))]));
  },
  function repeatToken(octets, random) {
    const { from, to } = tokenAt(octets, random);
    const unit = octets.subarray(from, Math.min(to + 1, octets.length));
    const times = 1 + random.below(random.pick([3, 40, longestRepeat]));
    const room = Math.floor(longestFile / Math.max(1, unit.length));
    return splice(octets, from, from, Buffer.concat(Array(Math.min(times, room)).fill(unit)));
  },
  function swapTokens(octets, random) {
    const [a, b] = [tokenAt(octets, random), tokenAt(octets, random)].sort((x, y) => x.from - y.from);
    if (a!.to > b!.from) return octets;
    const swapped = splice(octets, b!.from, b!.to, octets.subarray(a!.from, a!.to));
    return splice(swapped, a!.from, a!.to, octets.subarray(b!.from, b!.to));
  },
  function copyLine(octets, random) {
    const { from, to } = lineAt(octets, random.below(octets.length));
    const at = lineAt(octets, random.below(octets.length)).from;
    return splice(octets, at, at, octets.subarray(from, to));
  },
  function takeLine(octets, random, other) {
    const { from, to } = lineAt(other, random.below(other.length));
    const at = lineAt(octets, random.below(octets.length)).from;
    return splice(octets, at, at, other.subarray(from, to));
  },
  function cross(octets, random, other) {
    return Buffer.concat([
      octets.subarray(0, boundary(octets, random)),
      other.subarray(boundary(other, random)),
    ]);
  },
  function truncate(octets, random) {
    return octets.subarray(0, random.below(octets.length + 1));
  },
];

/** The file with one to six changes; `other` is one to take pieces of. The same for the same random numbers. */
export function mutate(octets: Buffer, random: Random, other: Buffer): Buffer {
  let changed = octets;
  for (let left = 1 + random.below(6); left > 0; left--) {
    changed = random.pick(mutations)(changed, random, other).subarray(0, longestFile);
  }
  return changed;
}
