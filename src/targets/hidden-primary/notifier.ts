import { isIPv6 } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Log, messageOf } from "../../base/index.ts";
import type { Name } from "../../dns/index.ts";
import { formatEndpoint, sendNotify } from "../../net/index.ts";
import type { SecondaryOptions } from "./options.ts";
import type { PublishedZone } from "./published.ts";

/** Pauses before each try, in milliseconds; after the last one, only `announce` begins again. */
const defaultPauses: readonly number[] = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

export interface NotifierOptions {
  readonly secondaries: readonly SecondaryOptions[];
  readonly log: Log;
  /** Where the primary listens: secondaries take NOTIFY only from the address they transfer from. */
  readonly listenAddress: string;
  readonly pausesMs?: readonly number[];
  /** How long a secondary may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Tells secondaries of new versions (RFC 1996), again and again until each has said that it heard. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #running = new Map<Name, AbortController>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Begins to tell all secondaries, in place of what was being told about this zone. Does not wait. */
  announce(published: PublishedZone): void {
    const { apex } = published.zone;
    this.forget(apex);
    const controller = new AbortController();
    this.#running.set(apex, controller);
    for (const secondary of this.#options.secondaries)
      void this.#tell(secondary, published, controller.signal);
  }

  /** Ends telling about a zone. */
  forget(apex: Name): void {
    this.#running.get(apex)?.abort();
    this.#running.delete(apex);
  }

  stop(): void {
    for (const apex of [...this.#running.keys()]) this.forget(apex);
  }

  /** Never throws: what fails is logged. */
  async #tell(
    secondary: SecondaryOptions,
    { zone, soa, version }: PublishedZone,
    signal: AbortSignal,
  ): Promise<void> {
    const log = this.#options.log.child({
      zone: zone.apex,
      serial: version.serial,
      secondary: secondary.name ?? formatEndpoint(secondary),
    });
    const options = {
      timeoutMs: this.#options.timeoutMs ?? 2000,
      signal,
      localAddress: this.#sourceFor(secondary),
    };
    try {
      for (const pause of this.#options.pausesMs ?? defaultPauses) {
        await sleep(pause, undefined, { signal, ref: false });
        const outcome = await sendNotify(secondary, zone.apex, soa, options).catch(messageOf);
        signal.throwIfAborted();
        if (outcome === "acknowledged") return log.debug({}, "the secondary acknowledged NOTIFY");
        log.info({ outcome }, "the secondary did not acknowledge NOTIFY");
      }
      log.warn({}, "NOTIFY given up: the secondary never acknowledged it");
    } catch (error) {
      if (!signal.aborted) log.error({ error }, "sending NOTIFY failed");
    }
  }

  /** The listening address, where one can send from it to the secondary. */
  #sourceFor({ address }: SecondaryOptions): string | undefined {
    const { listenAddress } = this.#options;
    const anyAddress = listenAddress === "0.0.0.0" || listenAddress === "::";
    const possible =
      isIPv6(listenAddress) === isIPv6(address) && (!isLoopback(listenAddress) || isLoopback(address));
    return !anyAddress && possible ? listenAddress : undefined;
  }
}

function isLoopback(address: string): boolean {
  return address.startsWith("127.") || address === "::1";
}
