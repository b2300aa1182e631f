import type { ParserRule } from "../rules.ts";
import { dirArgument } from "./dir-argument.ts";
import { dirDate } from "./dir-date.ts";
import { dirIncludeBase } from "./dir-include-base.ts";
import { dirIncludeCycle } from "./dir-include-cycle.ts";
import { dirIncludeEscape } from "./dir-include-escape.ts";
import { dirIncludeMissing } from "./dir-include-missing.ts";
import { dirIncludeOwnerLeak } from "./dir-include-owner-leak.ts";
import { dirIncludeTtlLeak } from "./dir-include-ttl-leak.ts";
import { dirInheritedOwner } from "./dir-inherited-owner.ts";
import { dirOriginOutOfZone } from "./dir-origin-out-of-zone.ts";
import { dirOriginRelative } from "./dir-origin-relative.ts";
import { encBareCr } from "./enc-bare-cr.ts";
import { encBom } from "./enc-bom.ts";
import { encCrlf } from "./enc-crlf.ts";
import { encInvisibleChar } from "./enc-invisible-char.ts";
import { encNoFinalNewline } from "./enc-no-final-newline.ts";
import { encNonAsciiOwner } from "./enc-non-ascii-owner.ts";
import { encNul } from "./enc-nul.ts";
import { encTabsMixed } from "./enc-tabs-mixed.ts";
import { genInvalid } from "./gen-invalid.ts";
import { genInvalidRange } from "./gen-invalid-range.ts";
import { genNibbleTrailingDot } from "./gen-nibble-trailing-dot.ts";
import { genOffsetCarry } from "./gen-offset-carry.ts";
import { genRhsQuotesStripped } from "./gen-rhs-quotes-stripped.ts";
import { genRhsUnquoted } from "./gen-rhs-unquoted.ts";
import { genTooLarge } from "./gen-too-large.ts";
import { genUnportable } from "./gen-unportable.ts";
import { nameAtSign } from "./name-at-sign.ts";
import { nameLabelTooLong } from "./name-label-too-long.ts";
import { nameOutOfZone } from "./name-out-of-zone.ts";
import { nameTooLong } from "./name-too-long.ts";
import { ownerIndented } from "./owner-indented.ts";
import { ownerLooksLikeField } from "./owner-looks-like-field.ts";
import type { ParserRulePage } from "./page.ts";
import { rdataLarge } from "./rdata-large.ts";
import { rdataTooLong } from "./rdata-too-long.ts";
import { rrCommentedOut } from "./rr-commented-out.ts";
import { rrMergeConflictMarker } from "./rr-merge-conflict-marker.ts";
import { soaFieldCount } from "./soa-field-count.ts";
import { soaMissing } from "./soa-missing.ts";
import { soaMultiple } from "./soa-multiple.ts";
import { soaNotApex } from "./soa-not-apex.ts";
import { soaSerialOverflow } from "./soa-serial-overflow.ts";
import { synAdjacentQuote } from "./syn-adjacent-quote.ts";
import { synBadEscape } from "./syn-bad-escape.ts";
import { synClassMismatch } from "./syn-class-mismatch.ts";
import { synEmptyLabel } from "./syn-empty-label.ts";
import { synExtraToken } from "./syn-extra-token.ts";
import { synFlagNames } from "./syn-flag-names.ts";
import { synForeignComment } from "./syn-foreign-comment.ts";
import { synIndentedDirective } from "./syn-indented-directive.ts";
import { synLeadingParen } from "./syn-leading-paren.ts";
import { synMetaType } from "./syn-meta-type.ts";
import { synMissingRdata } from "./syn-missing-rdata.ts";
import { synNestedParen } from "./syn-nested-paren.ts";
import { synNewlineInQuote } from "./syn-newline-in-quote.ts";
import { synNoOwner } from "./syn-no-owner.ts";
import { synNumberRange } from "./syn-number-range.ts";
import { synObsoleteType } from "./syn-obsolete-type.ts";
import { synQuotedNonString } from "./syn-quoted-non-string.ts";
import { synRfc3597 } from "./syn-rfc3597.ts";
import { synTooLarge } from "./syn-too-large.ts";
import { synTooManyProblems } from "./syn-too-many-problems.ts";
import { synUnbalancedParen } from "./syn-unbalanced-paren.ts";
import { synUnknownDirective } from "./syn-unknown-directive.ts";
import { synUnknownType } from "./syn-unknown-type.ts";
import { synUnquotedSemicolon } from "./syn-unquoted-semicolon.ts";
import { synUnterminatedQuote } from "./syn-unterminated-quote.ts";
import { synVendorType } from "./syn-vendor-type.ts";
import { synWrongRdataKind } from "./syn-wrong-rdata-kind.ts";
import { ttlDirectiveInvalid } from "./ttl-directive-invalid.ts";
import { ttlMissing } from "./ttl-missing.ts";
import { ttlOverflow } from "./ttl-overflow.ts";
import { ttlRfc1035Inherit } from "./ttl-rfc1035-inherit.ts";
import { txtStringTooLong } from "./txt-string-too-long.ts";

export type { ParserExample, ParserRulePage } from "./page.ts";

/** What there is to say of each rule of the parser. Only documentation and tests load it, so that no run pays for it. */
export const parserRulePages: Readonly<Record<ParserRule, ParserRulePage>> = {
  "enc-bom": encBom,
  "enc-crlf": encCrlf,
  "enc-bare-cr": encBareCr,
  "enc-nul": encNul,
  "enc-invisible-char": encInvisibleChar,
  "enc-non-ascii-owner": encNonAsciiOwner,
  "enc-no-final-newline": encNoFinalNewline,
  "enc-tabs-mixed": encTabsMixed,
  "syn-unbalanced-paren": synUnbalancedParen,
  "syn-nested-paren": synNestedParen,
  "syn-leading-paren": synLeadingParen,
  "syn-unterminated-quote": synUnterminatedQuote,
  "syn-newline-in-quote": synNewlineInQuote,
  "syn-bad-escape": synBadEscape,
  "syn-adjacent-quote": synAdjacentQuote,
  "syn-quoted-non-string": synQuotedNonString,
  "syn-unquoted-semicolon": synUnquotedSemicolon,
  "syn-unknown-directive": synUnknownDirective,
  "syn-indented-directive": synIndentedDirective,
  "syn-foreign-comment": synForeignComment,
  "syn-unknown-type": synUnknownType,
  "syn-vendor-type": synVendorType,
  "syn-class-mismatch": synClassMismatch,
  "syn-meta-type": synMetaType,
  "syn-obsolete-type": synObsoleteType,
  "syn-flag-names": synFlagNames,
  "syn-extra-token": synExtraToken,
  "syn-missing-rdata": synMissingRdata,
  "syn-wrong-rdata-kind": synWrongRdataKind,
  "syn-number-range": synNumberRange,
  "syn-empty-label": synEmptyLabel,
  "syn-rfc3597": synRfc3597,
  "syn-no-owner": synNoOwner,
  "syn-too-many-problems": synTooManyProblems,
  "syn-too-large": synTooLarge,
  "name-label-too-long": nameLabelTooLong,
  "name-too-long": nameTooLong,
  "name-at-sign": nameAtSign,
  "name-out-of-zone": nameOutOfZone,
  "txt-string-too-long": txtStringTooLong,
  "rdata-too-long": rdataTooLong,
  "rdata-large": rdataLarge,
  "owner-looks-like-field": ownerLooksLikeField,
  "owner-indented": ownerIndented,
  "ttl-missing": ttlMissing,
  "ttl-rfc1035-inherit": ttlRfc1035Inherit,
  "ttl-directive-invalid": ttlDirectiveInvalid,
  "ttl-overflow": ttlOverflow,
  "dir-argument": dirArgument,
  "dir-date": dirDate,
  "dir-include-missing": dirIncludeMissing,
  "dir-include-escape": dirIncludeEscape,
  "dir-include-cycle": dirIncludeCycle,
  "dir-include-base": dirIncludeBase,
  "dir-include-ttl-leak": dirIncludeTtlLeak,
  "dir-include-owner-leak": dirIncludeOwnerLeak,
  "dir-inherited-owner": dirInheritedOwner,
  "dir-origin-relative": dirOriginRelative,
  "dir-origin-out-of-zone": dirOriginOutOfZone,
  "gen-invalid-range": genInvalidRange,
  "gen-too-large": genTooLarge,
  "gen-invalid": genInvalid,
  "gen-rhs-unquoted": genRhsUnquoted,
  "gen-rhs-quotes-stripped": genRhsQuotesStripped,
  "gen-offset-carry": genOffsetCarry,
  "gen-nibble-trailing-dot": genNibbleTrailingDot,
  "gen-unportable": genUnportable,
  "soa-missing": soaMissing,
  "soa-multiple": soaMultiple,
  "soa-not-apex": soaNotApex,
  "soa-field-count": soaFieldCount,
  "soa-serial-overflow": soaSerialOverflow,
  "rr-merge-conflict-marker": rrMergeConflictMarker,
  "rr-commented-out": rrCommentedOut,
};
