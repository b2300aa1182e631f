import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringMember } from "./members/string.ts";

/** HINFO: processor and operating system of a host; also what servers answer instead of ANY (RFC 8482). */
export const hinfo = {
  mnemonic: "HINFO",
  code: TYPE.HINFO,
  rfc: "RFC 1035 §3.3.2",
  ...layout(stringMember("the CPU"), stringMember("the operating system")),
  examples: [{ text: '"Intel Core" "Linux"', wire: "0a496e74656c20436f7265054c696e7578" }],
} as const satisfies RdataCodec;
