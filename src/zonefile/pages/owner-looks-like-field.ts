import { example, type ParserRulePage } from "./page.ts";

export const ownerLooksLikeField: ParserRulePage = {
  explanation:
    "What starts in column 1 is the owner: `3600 IN A 192.0.2.1` is a record of the name 3600. Every " +
    "server loads it. Write the owner, or white space for the owner of the record before.",
  examples: {
    fail: [
      example("a TTL and a class in column 1", [
        "3600 IN A 192.0.2.1 ;! owner-looks-like-field 3600",
        "IN A 192.0.2.2 ;! owner-looks-like-field IN",
      ]),
    ],
    pass: [
      example("the owner before them, and white space", [
        "www 3600 IN A 192.0.2.1",
        "    3600 IN A 192.0.2.2",
      ]),
    ],
  },
};
