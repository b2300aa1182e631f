import { example, type ParserRulePage } from "./page.ts";

export const genInvalid: ParserRulePage = {
  explanation:
    `After the range stand owner, type and data, in which \`$\` is the number and \`\${offset,width,base}\` ` +
    "the number in another form: base is d, o, x, X, n or N. BIND refuses anything else; PowerDNS makes " +
    "records nobody meant.",
  examples: {
    fail: [
      example("a base that does not exist, and no data", [
        `$GENERATE 1-2 h\${0,4,z} A 192.0.2.$ ;! gen-unportable $GENERATE ;! gen-invalid h\${0,4,z}`,
        "$GENERATE 1-2 h$ A ;! gen-unportable $GENERATE ;! gen-invalid",
      ]),
    ],
    pass: [
      example("numbers of three digits", [
        `$GENERATE 1-2 h\${0,3,d} A 192.0.2.$ ;! gen-unportable $GENERATE`,
      ]),
    ],
  },
};
