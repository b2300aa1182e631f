import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { messageOf, UsageError } from "../base/index.ts";
import type { Endpoint } from "../net/index.ts";

const DNS_PORT = 53;
const remedy = "write ADDRESS or ADDRESS#PORT, like 192.0.2.1#53";

/** `SERVER[#PORT]`, where SERVER is an IP address or the name of a host. Throws UsageError. */
export async function readServer(option: string, text: string): Promise<Endpoint> {
  const doing = `reading ${option} ${text}`;
  const [server = "", portText, ...more] = text.split("#");
  const port = portText === undefined ? DNS_PORT : /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  if (server === "" || more.length > 0) throw new UsageError(doing, "it names no server", remedy);
  if (port < 1 || port > 65_535) throw new UsageError(doing, `"${portText}" is no port`, remedy);
  if (isIP(server) !== 0) return { address: server, port };
  try {
    return { address: (await lookup(server)).address, port };
  } catch (cause) {
    throw new UsageError(doing, `it has no address (${messageOf(cause)})`, remedy, { cause });
  }
}
