import { example, type ParserRulePage } from "./page.ts";

export const genInvalidRange: ParserRulePage = {
  explanation:
    "It is start-stop or start-stop/step: whole numbers, start not above stop, step not 0. BIND and " +
    "PowerDNS refuse anything else.",
  examples: {
    fail: [
      example("backwards, and without step", [
        "$GENERATE 3-1 h$ A 192.0.2.$ ;! gen-unportable $GENERATE ;! gen-invalid-range 3-1",
        "$GENERATE 1-3/0 h$ A 192.0.2.$ ;! gen-unportable $GENERATE ;! gen-invalid-range 1-3/0",
      ]),
    ],
    pass: [example("every second number", ["$GENERATE 1-5/2 h$ A 192.0.2.$ ;! gen-unportable $GENERATE"])],
  },
};
