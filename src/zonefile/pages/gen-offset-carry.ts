import { example, type ParserRulePage } from "./page.ts";

export const genOffsetCarry: ParserRulePage = {
  explanation:
    `In BIND, the offset of \`\${offset}\` holds for every \`$\` that comes after it in the same word. Write ` +
    `\`\${0}\` for the number itself.`,
  examples: {
    fail: [
      example("an offset, then a plain $", [
        `$GENERATE 1-2 h\${20,3,d}-$ A 192.0.2.$ ;! gen-unportable $GENERATE ;! gen-offset-carry h\${20,3,d}-$`,
      ]),
    ],
    pass: [
      example("an offset of 0", [`$GENERATE 1-2 h\${20,3,d}-\${0} A 192.0.2.$ ;! gen-unportable $GENERATE`]),
    ],
  },
};
