import { isIPv4, isIPv6 } from "node:net";
import { patternProblem } from "./patterns.ts";

/**
 * What `format` may say, each a question that takes time linear in the text: RFC 3339 for dates and times, RFC 1123 for
 * host names (letters of other scripts as xn--), RFC 3986 for URIs, RFC 9562 for UUIDs, RFC 6901 for JSON pointers.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  time: isTime,
  "date-time": (text) => {
    const [date = "", time = "", ...rest] = text.split(/[Tt ]/);
    return rest.length === 0 && isDate(date) && isTime(time);
  },
  duration: (text) =>
    /^P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text),
  email: (text) => {
    const at = text.lastIndexOf("@");
    const local = text.slice(0, Math.max(at, 0));
    return (
      /^[^\s@<>()[\]\\,;:"]{1,64}$/.test(local) &&
      !/^\.|\.$|\.\./.test(local) &&
      isHostname(text.slice(at + 1))
    );
  },
  hostname: isHostname,
  ipv4: isIPv4,
  ipv6: (text) => isIPv6(text) && !text.includes("%"),
  "json-pointer": (text) => text === "" || (text.startsWith("/") && !/~(?![01])/.test(text)),
  regex: (text) => patternProblem(text) === undefined,
  uri: (text) => isUriText(text) && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text),
  "uri-reference": isUriText,
  uuid: (text) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
};

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  // Day 0 of the next month; the year 2000 stands for all years below 100, which Date takes for others.
  const last = new Date(Date.UTC(year < 100 ? year + 2000 : year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

function isTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/.exec(text);
  if (!parts) return false;
  const [hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  // A leap second is one.
  return hour < 24 && minute < 60 && second <= 60 && offsetHour < 24 && offsetMinute < 60;
}

function isHostname(text: string): boolean {
  if (text.length === 0 || text.length > 253) return false;
  return text.split(".").every((label) => /^(?!-)[A-Za-z\d-]{1,63}(?<!-)$/.test(label));
}

function isUriText(text: string): boolean {
  return /^[!#-;=?-[\]_a-z~]*$/.test(text.replace(/%[\dA-Fa-f]{2}/g, "a")) && text.split("#").length <= 2;
}
