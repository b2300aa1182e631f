import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dateOfSerial, isUnixSerial, serialOfDay } from "../../src/lint/soa/index.ts";

describe("a serial read as a date", () => {
  test.each([
    [2024022901, Date.UTC(2024, 1, 29)],
    [2023022901, undefined],
    [2024670153, undefined],
    [2204010101, Date.UTC(2204, 0, 1)],
  ])("%d", (serial, time) => {
    expect(dateOfSerial(serial)?.time).toBe(time);
  });

  test.each([1, 48213, 202401011, 3024010101, 4294967295])("%d is none", (serial) => {
    expect(dateOfSerial(serial)).toBeUndefined();
  });

  test("the serial of a day reads as that day", () => {
    const days = fc.date({ min: new Date("1980-01-01"), max: new Date("2299-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const midnight = Date.parse(date.toISOString().slice(0, 10));
        return dateOfSerial(serialOfDay(date.getTime()))?.time === midnight;
      }),
    );
  });
});

test("a serial may be the clock's seconds", () => {
  const now = Date.parse("2026-01-01");
  expect(isUnixSerial(now / 1000 + 5, now)).toBe(true);
  expect(isUnixSerial(2026010101, now)).toBe(false);
});
