import type { Rule } from "../../rule.ts";
import { dotTypedAsComma } from "./dot-typed-as-comma.ts";
import { hostnameAllNumericTld } from "./hostname-all-numeric-tld.ts";
import { hostnameChars } from "./hostname-chars.ts";
import { hostnameDoubleDash } from "./hostname-double-dash.ts";
import { hostnameHyphen } from "./hostname-hyphen.ts";
import { idnInvalidAlabel } from "./idn-invalid-alabel.ts";
import { idnMixedScript } from "./idn-mixed-script.ts";
import { idnShowUlabel } from "./idn-show-ulabel.ts";
import { missingTrailingDotOwner } from "./missing-trailing-dot-owner.ts";
import { missingTrailingDotTarget } from "./missing-trailing-dot-target.ts";
import { nameCaseVariant } from "./name-case-variant.ts";
import { nameRepeatsOrigin } from "./name-repeats-origin.ts";
import { placeholderText } from "./placeholder-text.ts";
import { targetAtSign } from "./target-at-sign.ts";
import { underscoreMisplaced } from "./underscore-misplaced.ts";
import { underscoreTypo } from "./underscore-typo.ts";
import { underscoreUnregistered } from "./underscore-unregistered.ts";
import { urlOrPortInName } from "./url-or-port-in-name.ts";

/** Rules on names. */
export const namesRules = [
  dotTypedAsComma,
  hostnameAllNumericTld,
  hostnameChars,
  hostnameDoubleDash,
  hostnameHyphen,
  idnInvalidAlabel,
  idnMixedScript,
  idnShowUlabel,
  missingTrailingDotOwner,
  missingTrailingDotTarget,
  nameCaseVariant,
  nameRepeatsOrigin,
  placeholderText,
  targetAtSign,
  underscoreMisplaced,
  underscoreTypo,
  underscoreUnregistered,
  urlOrPortInName,
] as const satisfies readonly Rule[];
