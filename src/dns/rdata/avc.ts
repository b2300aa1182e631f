import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** AVC: strings for Application Visibility and Control. */
export const avc = {
  mnemonic: "AVC",
  code: TYPE.AVC,
  rfc: "IANA AVC template, 2016-02-26",
  ...layout(stringsMember("a string")),
  examples: [
    {
      text: '"app-name:WOLFGANG|app-class:OAM|business=yes"',
      wire: "2c6170702d6e616d653a574f4c4647414e477c6170702d636c6173733a4f414d7c627573696e6573733d796573",
    },
  ],
} as const satisfies RdataCodec;
