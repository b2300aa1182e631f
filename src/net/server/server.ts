import { type Log, messageOf, ZonewrightError } from "../../base/index.ts";
import { type Endpoint, formatEndpoint } from "../endpoint.ts";
import { type DnsHandler, defaultLimits, type ServerLimits } from "./handler.ts";
import { listenTcp } from "./tcp-listener.ts";
import { type Listener, listenUdp } from "./udp-listener.ts";

export interface DnsServer {
  /** With the port that was chosen where 0 was asked for. */
  readonly endpoint: Endpoint;
  /** Stops listening and cuts open connections; a second time does nothing more. */
  close(): Promise<void>;
}

export interface DnsServerOptions extends Endpoint {
  /** 0: any port that is free for both UDP and TCP. */
  readonly port: number;
  readonly handle: DnsHandler;
  readonly log: Log;
  readonly limits?: Partial<ServerLimits>;
}

/** A port that is free for TCP may be taken for UDP; so often another is tried. */
const portTries = 20;

/** Serves DNS on one address and port, UDP and TCP. Throws ZonewrightError where it cannot listen there. */
export async function startDnsServer(options: DnsServerOptions): Promise<DnsServer> {
  const { address, handle, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  for (let tries = options.port === 0 ? portTries : 1; ; tries--) {
    let tcp: Listener | undefined;
    try {
      tcp = await listenTcp({ address, port: options.port }, handle, log, limits);
      const udp = await listenUdp({ address, port: tcp.port }, handle, log);
      return runningServer({ address, port: tcp.port }, [udp, tcp]);
    } catch (error) {
      await tcp?.close();
      if (tries <= 1 || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") {
        throw cannotListen({ address, port: options.port }, error);
      }
    }
  }
}

function runningServer(endpoint: Endpoint, listeners: readonly Listener[]): DnsServer {
  let closing: Promise<void> | undefined;
  return {
    endpoint,
    close() {
      closing ??= Promise.all(listeners.map((listener) => listener.close())).then(() => undefined);
      return closing;
    },
  };
}

function cannotListen(endpoint: Endpoint, error: unknown): ZonewrightError {
  return new ZonewrightError(
    `listening for DNS on ${formatEndpoint(endpoint)}`,
    messageOf(error),
    "choose an address of this machine and a port that is free for UDP and TCP",
    { cause: error },
  );
}
