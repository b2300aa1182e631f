/** One master file, and what reading it has to give. */
export interface TortureCase {
  readonly id: string;
  /** The text after the preamble, so that it starts on line 5; the whole file if `bare`. */
  readonly input: string;
  readonly bare?: true;
  /** Other files of the repository, by path. */
  readonly includes?: Readonly<Record<string, string>>;
  /** Every record of the zone in file order, without the preamble's: "owner ttl type data". */
  readonly records: readonly string[];
  /** Every diagnostic: "line:column severity rule", with "file:" before it if it is not the zone's own file. */
  readonly reports: readonly string[];
}

/** The zone's file, and its name. */
export const tortureFile = "example.zone";
export const tortureOrigin = "example.";

export const preamble = `$TTL 3600
@ IN SOA ns hm 1 3600 900 604800 300
@ IN NS ns
ns IN A 192.0.2.1
`;
/** How many records the preamble has. */
export const preambleSize = 3;
