import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type Log, messageOf } from "../../base/index.ts";
import { type Endpoint, plainAddress } from "../endpoint.ts";
import { serveConnection } from "./connection.ts";
import type { DnsHandler, ServerLimits } from "./handler.ts";
import type { Listener } from "./udp-listener.ts";

/** Answers queries over TCP. Throws the system's error where the endpoint cannot be had. */
export async function listenTcp(
  endpoint: Endpoint,
  handler: DnsHandler,
  log: Log,
  limits: ServerLimits,
): Promise<Listener> {
  const open = new Set<Socket>();
  const perClient = new Map<string, number>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on("error", () => undefined);
    const client = plainAddress(socket.remoteAddress ?? "");
    const already = perClient.get(client) ?? 0;
    if (open.size >= limits.connections || already >= limits.connectionsPerClient) {
      log.debug({ peer: client }, "a TCP connection over the limit was closed");
      socket.destroy();
      return;
    }
    open.add(socket);
    perClient.set(client, already + 1);
    socket.once("close", () => {
      open.delete(socket);
      const left = perClient.get(client)! - 1;
      if (left === 0) perClient.delete(client);
      else perClient.set(client, left);
    });
    void serveConnection(socket, handler, log, limits.idleMs);
  });
  server.listen({ host: endpoint.address, port: endpoint.port, exclusive: true });
  await once(server, "listening");
  server.on("error", (error) => log.warn({ error: messageOf(error) }, "the TCP socket had an error"));
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
