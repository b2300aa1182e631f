import { ipv4FromText, ipv6FromText } from "../../dns/index.ts";
import { inNetwork, type Network, parseNetwork, reverseName } from "../network.ts";
import { Patterns } from "./patterns.ts";

/** Networks that are kept in their parsed form. */
const MOST_NETWORKS = 10_000;

/**
 * What the sandbox's thread answers itself, since it rests on nothing but the question: that takes no time of the host,
 * and whatever it takes here, the thread can be ended.
 */
export class OwnAnswers {
  readonly #patterns = new Patterns();
  readonly #networks = new Map<string, Network>();

  /** Undefined for what is not its own to answer. Throws TypeError for a question that is none. */
  answer(kind: string, [first = "", ...rest]: readonly string[]): boolean | string | undefined {
    switch (kind) {
      case "match":
        return this.#patterns.matches(first, rest[0] ?? "", rest[1] ?? "");
      case "reverse":
        return reverseName(addressFrom(first));
      case "within": {
        const address = addressFrom(first);
        return rest.map((text) => this.#network(text)).some((network) => inNetwork(address, network));
      }
      default:
        return undefined;
    }
  }

  #network(text: string): Network {
    const network = this.#networks.get(text) ?? parseNetwork(text);
    if (typeof network === "string") throw new TypeError(network);
    if (this.#networks.size < MOST_NETWORKS) this.#networks.set(text, network);
    return network;
  }
}

function addressFrom(text: string): Uint8Array {
  const octets = text.includes(":") ? ipv6FromText(text) : ipv4FromText(text);
  if (!octets) throw new TypeError(`"${text}" is no IP address`);
  return octets;
}
