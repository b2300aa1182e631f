import { example, type ParserRulePage } from "./page.ts";

export const synMissingRdata: ParserRulePage = {
  explanation:
    "The record ends before all fields of its type were there; servers refuse the file. A forgotten " +
    "preference of an MX record, or the white space after it, is put in by the fix.",
  examples: {
    fail: [
      example("a preference and an address left out", [
        "@ MX mail.example.com. ;! syn-missing-rdata mail.example.com.",
        "www A ;! syn-missing-rdata",
      ]),
    ],
    pass: [example("all fields", ["@ MX 10 mail.example.com.", "www A 192.0.2.1"])],
  },
};
