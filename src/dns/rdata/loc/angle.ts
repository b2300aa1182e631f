import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";

export type Axis = "latitude" | "longitude";

const axes = {
  latitude: { degrees: 90, positive: "N", negative: "S" },
  longitude: { degrees: 180, positive: "E", negative: "W" },
} as const;

/** Thousandths of a second of arc: what an angle is counted in, from the middle of 32 bits. */
const perSecond = 1000;
const perMinute = 60 * perSecond;
const perDegree = 60 * perMinute;
const middle = 2 ** 31;

/** Degrees, optional minutes and seconds, and the half of the Earth: "42 21 54.123 N". */
export function parseAngle(fields: FieldReader, axis: Axis): number {
  const { degrees, positive, negative } = axes[axis];
  const isHalf = (): boolean => fields.peek === positive || fields.peek === negative;
  let angle = parsePart(fields, `degrees of ${axis} (0 to ${degrees})`, degrees, /^\d+$/) * perDegree;
  const atMost = (unit: number, largest: number): number =>
    Math.min(largest, (degrees * perDegree - angle) / unit);
  if (!isHalf()) {
    const most = atMost(perMinute, 59);
    angle +=
      parsePart(fields, `minutes (0 to ${most}), ${positive} or ${negative}`, most, /^\d+$/) * perMinute;
  }
  if (!isHalf()) {
    const most = atMost(perSecond, 59.999);
    const what = `seconds with up to three decimals (0 to ${most}), ${positive} or ${negative}`;
    const seconds = parsePart(fields, what, most, /^(?:\d+(?:\.\d{0,3})?|\.\d{1,3})$/);
    angle += Math.round(seconds * perSecond);
  }
  const expected = `${positive} or ${negative}`;
  const half = fields.word(expected);
  if (half !== positive && half !== negative)
    throw fields.error(`${excerpt(half)} is not ${expected}`, expected);
  return half === positive ? middle + angle : middle - angle;
}

function parsePart(fields: FieldReader, expected: string, largest: number, form: RegExp): number {
  const text = fields.word(expected);
  const value = form.test(text) ? Number(text) : Number.NaN;
  if (!(value <= largest)) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return value;
}

/** All three parts, seconds with three decimals. */
export function printAngle(wire: number, axis: Axis): string {
  const { degrees, positive, negative } = axes[axis];
  const angle = Math.abs(wire - middle);
  if (angle > degrees * perDegree) throw new RdataError(`the ${axis} is above ${degrees} degrees`);
  const minutes = Math.floor(angle / perMinute) % 60;
  const seconds = ((angle % perMinute) / perSecond).toFixed(3);
  return `${Math.floor(angle / perDegree)} ${minutes} ${seconds} ${wire < middle ? negative : positive}`;
}
