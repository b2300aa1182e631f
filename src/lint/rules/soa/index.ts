import type { Rule } from "../../rule.ts";
import { soaExpireRange } from "./soa-expire-range.ts";
import { soaExpireRefresh } from "./soa-expire-refresh.ts";
import { soaMinimumRange } from "./soa-minimum-range.ts";
import { soaMnameChanged } from "./soa-mname-changed.ts";
import { soaMnameNotNs } from "./soa-mname-not-ns.ts";
import { soaMnameUnresolvable } from "./soa-mname-unresolvable.ts";
import { soaNotFirst } from "./soa-not-first.ts";
import { soaRefreshRange } from "./soa-refresh-range.ts";
import { soaRefreshRetry } from "./soa-refresh-retry.ts";
import { soaRepeated } from "./soa-repeated.ts";
import { soaRetryRange } from "./soa-retry-range.ts";
import { soaRnameAt } from "./soa-rname-at.ts";
import { soaRnameInvalid } from "./soa-rname-invalid.ts";
import { soaSerialBumpOnly } from "./soa-serial-bump-only.ts";
import { soaSerialDecreased } from "./soa-serial-decreased.ts";
import { soaSerialJump } from "./soa-serial-jump.ts";
import { soaSerialNotDate } from "./soa-serial-not-date.ts";
import { soaSerialUnchanged } from "./soa-serial-unchanged.ts";
import { soaSerialZero } from "./soa-serial-zero.ts";
import { soaTimerOverflow } from "./soa-timer-overflow.ts";
import { soaZeroTimer } from "./soa-zero-timer.ts";

/** Rules on the SOA. */
export const soaRules = [
  soaExpireRange,
  soaExpireRefresh,
  soaMinimumRange,
  soaMnameChanged,
  soaMnameNotNs,
  soaMnameUnresolvable,
  soaNotFirst,
  soaRefreshRange,
  soaRefreshRetry,
  soaRepeated,
  soaRetryRange,
  soaRnameAt,
  soaRnameInvalid,
  soaSerialBumpOnly,
  soaSerialDecreased,
  soaSerialJump,
  soaSerialNotDate,
  soaSerialUnchanged,
  soaSerialZero,
  soaTimerOverflow,
  soaZeroTimer,
] as const satisfies readonly Rule[];
