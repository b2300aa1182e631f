import { example, type ParserRulePage } from "./page.ts";

export const genNibbleTrailingDot: ParserRulePage = {
  explanation:
    "With base n or N, width counts digits and dots. An even one ends in a dot, so that the name is " +
    "absolute and outside the zone: BIND leaves the records out with a warning. Use an odd width.",
  examples: {
    fail: [
      example("four digits and four dots", [
        `$GENERATE 1-2 \${0,8,n} PTR h$.example.com. ;! gen-unportable $GENERATE ;! gen-nibble-trailing-dot \${0,8,n}`,
      ]),
    ],
    pass: [
      example("four digits and three dots", [
        `$GENERATE 1-2 h.\${0,7,n} A 192.0.2.$ ;! gen-unportable $GENERATE`,
      ]),
    ],
  },
};
