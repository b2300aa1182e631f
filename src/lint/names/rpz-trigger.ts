/** Last label of a trigger that stands for addresses: of the answer, of who asks, of a nameserver. */
export type AddressTrigger = "rpz-ip" | "rpz-client-ip" | "rpz-nsip";

/**
 * What is wrong with the labels of an address trigger, in words: prefix length, then the address reversed, four decimal
 * octets or hexadecimal groups with `zz` for a run of zeros (draft-vixie-dnsop-dns-rpz §4.1.1).
 */
export function triggerProblem(labels: readonly string[]): string | undefined {
  const [length = "", ...reversed] = labels;
  const groups = reversed.toReversed();
  const isV4 = groups.length === 4 && !groups.includes("zz");
  const bits = isV4 ? v4Bits(groups) : v6Bits(groups);
  if (typeof bits === "string") return bits;
  const most = isV4 ? 32 : 128;
  if (!/^[1-9]\d{0,2}$/.test(length) || Number(length) > most)
    return `the prefix length is 1 to ${most}, not "${length}"`;
  const network = (bits >> BigInt(most - Number(length))) << BigInt(most - Number(length));
  if (network !== bits) return `the address has bits set beyond its prefix of ${length}`;
  const expected = isV4 ? groups : v6Groups(bits);
  return expected.join(".") === groups.join(".")
    ? undefined
    : `the address is written ${[length, ...expected.toReversed()].join(".")}`;
}

function v4Bits(groups: readonly string[]): bigint | string {
  const wrong = groups.find((group) => !/^(?:0|[1-9]\d{0,2})$/.test(group) || Number(group) > 255);
  if (wrong !== undefined) return `"${wrong}" is no decimal octet`;
  return groups.reduce((sum, group) => sum * 256n + BigInt(group), 0n);
}

function v6Bits(groups: readonly string[]): bigint | string {
  const gap = groups.indexOf("zz");
  const zeros = gap < 0 ? 0 : 8 - (groups.length - 1);
  if (gap < 0 ? groups.length !== 8 : zeros < 1 || groups.includes("zz", gap + 1))
    return "an address has four decimal octets, or eight hexadecimal groups with one zz for a run of zeros";
  const full = groups.flatMap((group) => (group === "zz" ? new Array<string>(zeros).fill("0") : [group]));
  const wrong = full.find((group) => !/^[0-9a-f]{1,4}$/.test(group));
  if (wrong !== undefined) return `"${wrong}" is no hexadecimal group`;
  return full.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** The groups as they are to be written: no leading zeros, the first longest run of two or more zeros as `zz`. */
function v6Groups(bits: bigint): readonly string[] {
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bits >> BigInt(16 * (7 - at))) & 0xffffn).toString(16),
  );
  let best = { from: 0, count: 1 };
  for (let from = 0; from < 8; from += 1) {
    let count = 0;
    while (groups[from + count] === "0") count += 1;
    if (count > best.count) best = { from, count };
  }
  return best.count < 2 ? groups : groups.toSpliced(best.from, best.count, "zz");
}
