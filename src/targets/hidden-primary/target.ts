import { InvariantError, ZonewrightError } from "../../base/index.ts";
import type { Nameserver, Receipt, Target, TargetDeps, ZoneVersion } from "../../deploy/index.ts";
import { nameKey, parseName, type Zone } from "../../dns/index.ts";
import { type DnsServer, type Endpoint, formatEndpoint, startDnsServer } from "../../net/index.ts";
import { addressMatcher } from "./access.ts";
import { Responder } from "./answer.ts";
import { Notifier } from "./notifier.ts";
import type { HiddenPrimaryOptions } from "./options.ts";
import { PublishedZones, whyUnservable } from "./published.ts";

/** A primary inside this process: serves the versions given to it and tells its secondaries of new ones. */
export class HiddenPrimary implements Target {
  readonly kind = "hidden-primary";
  readonly id: string;
  readonly #options: HiddenPrimaryOptions;
  readonly #deps: TargetDeps;
  readonly #zones = new PublishedZones();
  readonly #isSecondary: (address: string) => boolean;
  readonly #notifier: Notifier;
  #server: DnsServer | undefined;

  constructor(id: string, options: HiddenPrimaryOptions, deps: TargetDeps) {
    const secondaries = options.secondaries.filter(
      ({ views }) => views === undefined || views.includes(options.view),
    );
    this.id = id;
    this.#options = options;
    this.#deps = { ...deps, log: deps.log.child({ target: id }) };
    this.#isSecondary = addressMatcher(secondaries.map(({ address }) => address));
    this.#notifier = new Notifier({
      secondaries,
      log: this.#deps.log,
      listenAddress: options.listen.address,
    });
  }

  /** Where it listens; on port 0 known once it has started. */
  get endpoint(): Endpoint {
    return this.#server?.endpoint ?? this.#options.listen;
  }

  /** The servers listed in its options, or else itself. */
  get nameservers(): readonly Nameserver[] {
    if (this.#options.nameservers) return this.#options.nameservers;
    const { address, port } = this.endpoint;
    return [{ name: this.id, address: reachable(address), port }];
  }

  /** Serves `versions`; one that cannot be served is logged and does not keep the others from it. Tells secondaries of all. */
  async start(versions: readonly ZoneVersion[]): Promise<void> {
    if (this.#server) throw new InvariantError(`starting target ${this.id}`, "it is running already");
    for (const version of versions) this.#publishStored(version);
    const { listen, limits, answerQueries } = this.#options;
    this.#server = await startDnsServer({
      ...listen,
      limits,
      log: this.#deps.log,
      handle: new Responder({ zones: this.#zones, isSecondary: this.#isSecondary, answerQueries }),
    });
    this.#deps.log.info(
      { endpoint: formatEndpoint(this.#server.endpoint), zones: versions.length },
      "serving DNS",
    );
    for (const published of this.#zones.all()) this.#notifier.announce(published);
  }

  audit(zone: Zone): readonly string[] {
    const problem = whyUnservable(zone);
    return problem === undefined ? [] : [problem];
  }

  async apply(version: ZoneVersion): Promise<Receipt> {
    this.#mustBeStarted(`publishing ${version.name}`);
    this.#mustBeOwnView(`publishing ${version.name}`, version.view);
    const published = this.#zones.publish(version);
    if (published) this.#notifier.announce(published);
    return this.#receipt(version, version.serial, published ? "published" : "was published already");
  }

  async remove(name: string, view: string): Promise<Receipt> {
    this.#mustBeStarted(`removing ${name}`);
    this.#mustBeOwnView(`removing ${name}`, view);
    const apex = nameKey(parseName(name));
    const removed = this.#zones.remove(apex);
    this.#notifier.forget(apex);
    return this.#receipt({ name, view }, undefined, removed ? "no longer served" : "was not served");
  }

  async nudge(name: string, view: string): Promise<void> {
    this.#mustBeOwnView(`sending NOTIFY for ${name}`, view);
    const published = this.#zones.get(parseName(name));
    if (published) this.#notifier.announce(published);
  }

  async stop(): Promise<void> {
    this.#notifier.stop();
    const server = this.#server;
    this.#server = undefined;
    await server?.close();
  }

  #publishStored(version: ZoneVersion): void {
    try {
      this.#mustBeOwnView(`publishing ${version.name}`, version.view);
      this.#zones.publish(version);
    } catch (error) {
      if (!(error instanceof ZonewrightError)) throw error;
      this.#deps.log.error(
        { zone: version.name, view: version.view, error },
        "a stored zone cannot be served",
      );
    }
  }

  #mustBeStarted(doing: string): void {
    if (!this.#server) throw new InvariantError(`${doing} on target ${this.id}`, "the target is not started");
  }

  #mustBeOwnView(doing: string, view: string): void {
    if (view === this.#options.view) return;
    throw new ZonewrightError(
      `${doing} on target ${this.id}`,
      `the zone is of view ${view}, and this target serves view ${this.#options.view} only`,
      `name a target whose view is ${view}`,
    );
  }

  #receipt(zone: { name: string; view: string }, serial: number | undefined, detail: string): Receipt {
    return { zone: zone.name, view: zone.view, serial, detail };
  }
}

/** An address to ask a server at that listens on every address. */
function reachable(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  return address === "::" ? "::1" : address;
}
