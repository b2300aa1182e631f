export { CLASS, OPCODE, RCODE, rcodeName } from "./codes.ts";
export { type QueryOptions, queryMessage, type ReplyOptions, replyTo } from "./compose.ts";
export { decodeMessage } from "./decode.ts";
export { type EncodeOptions, encodeMessage } from "./encode.ts";
export {
  type Edns,
  type EdnsOption,
  type Message,
  MessageError,
  type MessageFlags,
  type WireQuestion,
  type WireRR,
} from "./message.ts";
export { compressibleNames, type NamePlace } from "./rdata-names.ts";
