import { isAtOrBelow, type Name, parseName } from "../../dns/index.ts";

/** Names set apart for documentation and tests (RFC 2606 §2 and §3, RFC 6761 §6), and the reverse zones of addresses that are (RFC 5737 §3, RFC 3849 §2). */
const reserved: readonly Name[] = [
  "example.",
  "example.com.",
  "example.net.",
  "example.org.",
  "test.",
  "invalid.",
  "localhost.",
  "2.0.192.in-addr.arpa.",
  "100.51.198.in-addr.arpa.",
  "113.0.203.in-addr.arpa.",
  "8.b.d.0.1.0.0.2.ip6.arpa.",
].map((name) => parseName(name));

/** Whether a name is set apart for documentation and tests: nobody is misled by placeholders there. */
export function isDocumentationName(name: Name): boolean {
  return reserved.some((ancestor) => isAtOrBelow(name, ancestor));
}
