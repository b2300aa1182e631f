/**
 * Bounds that keep a hostile file from taking time or memory out of proportion. Each one, when reached, is
 * an error with a position; none truncates silently.
 */
export const LIMITS = {
  /** How deep `$INCLUDE` may nest below the zone's own file. */
  includeDepth: 10,
  /** How many times `$INCLUDE` may be followed in one zone, the same file again counted again. */
  includes: 1000,
  /** Octets read for one zone, its own file and every inclusion together. */
  octets: 256 * 1024 * 1024,
  /** Octets of owners and data of one zone, every record's counted in full: short lines can stand for long names. */
  dataOctets: 512 * 1024 * 1024,
  /** Tokens of one record: a TXT record of 65,535 octets can hold 65,535 empty strings. */
  tokens: 65_600,
  /** Octets of one token as written: 65,535 octets of RDATA, each written `\DDD`. */
  tokenOctets: 4 * 65_535,
  /** Errors told about one zone; parsing stops there. */
  errors: 1000,
  /** Warnings and notes told about one zone; the rest are counted. */
  warnings: 1000,
  /** Problems of one kind told about one record: it can have so many tokens that a place for each would take ages. */
  problemsOfEntry: 20,
  /** Lines that one fix may change. */
  linesRepaired: 1000,
  /** Octets of one record's data above which its author is warned: an answer with it is larger than most programs take. */
  largeData: 16_384,
  /** Octets that a record in parentheses may take, comments included. */
  entryOctets: 1024 * 1024,
  /** How often reading starts again after a parenthesis that is not closed, per file. */
  recoveries: 64,
  /** Records that one `$GENERATE` may make. */
  generated: 65_536,
  /** Records that all `$GENERATE` of a zone may make together. */
  generatedInZone: 524_288,
  /** Octets of one record that `$GENERATE` makes, as text. */
  generatedOctets: 1024,
} as const;
