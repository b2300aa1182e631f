import { example, type ParserRulePage } from "./page.ts";

export const rrCommentedOut: ParserRulePage = {
  explanation:
    "Nobody knows after a while which of them was right, and one day a line comes back by mistake. The " +
    "history keeps what is deleted. Five records on lines that follow each other, and more, are told " +
    "where some of them have a record of the same owner and type in the file.",
  examples: {
    fail: [
      example(
        "the addresses of before",
        [
          ";www A 192.0.2.1",
          ";www A 192.0.2.2",
          ";api A 192.0.2.3",
          ";app A 192.0.2.4",
          ";tea A 192.0.2.5",
          "www A 192.0.2.129",
        ],
        { found: ["5:1 rr-commented-out"] },
      ),
    ],
    pass: [
      example("words, and an example of one record", [
        "; The web server is an A record, and so is each of its neighbours.",
        "; www A 192.0.2.1",
        "www A 192.0.2.129",
      ]),
    ],
  },
};
