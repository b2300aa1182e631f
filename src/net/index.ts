export { type Endpoint, formatEndpoint, plainAddress } from "./endpoint.ts";
export { type ExchangeOptions, exchange } from "./exchange.ts";
export { sendNotify } from "./notify.ts";
export { exchangeAll } from "./pipeline.ts";
export { type DnsHandler, defaultLimits, type Peer, type ServerLimits } from "./server/handler.ts";
export { type DnsServer, type DnsServerOptions, startDnsServer } from "./server/server.ts";
export { type TransferOptions, transferZone } from "./transfer.ts";
export type { AskOptions } from "./udp.ts";
export { createVerifier, type VerifierOptions } from "./verify/verifier.ts";
