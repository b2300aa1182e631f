import { example, type ParserRulePage } from "./page.ts";

export const synUnknownType: ParserRulePage = {
  explanation:
    "The first word that is neither TTL nor class is the type. A mistyped one is compared with those in " +
    "use, and an address without a type gets it as a fix. A type that is too new for a server is written " +
    "TYPE and its number, with data in generic form, which all of them read.",
  examples: {
    fail: [
      example("mistyped, left out, and not filled in", [
        "www CNMAE web ;! syn-unknown-type CNMAE",
        "api 192.0.2.1 ;! syn-unknown-type 192.0.2.1",
        "app {{ttl}} A 192.0.2.1 ;! syn-unknown-type {{ttl}}",
      ]),
    ],
    pass: [example("a type by its number", ["www TYPE65280 \\# 2 abcd"])],
  },
};
