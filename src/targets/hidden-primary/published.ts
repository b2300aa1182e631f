import { InvariantError, ZonewrightError } from "../../base/index.ts";
import type { ZoneVersion } from "../../deploy/index.ts";
import {
  CLASS_IN,
  compareSerial,
  type Name,
  nameKey,
  nameToWire,
  parentOf,
  parseName,
  type RRType,
  TYPE,
  type WireRR,
  type Zone,
} from "../../dns/index.ts";
import { ZoneImage } from "./image.ts";
import { apexOffset, ownerWire } from "./wire-names.ts";

/** One version of one zone as it is served. Never changes: who holds it keeps one consistent content. */
export interface PublishedZone {
  readonly version: ZoneVersion;
  readonly zone: Zone;
  readonly soa: WireRR;
  readonly image: ZoneImage;
}

/** Room that a message's header, question and a record's own fields may take beside the RDATA. */
const roomForRest = 600;

/** The zones that are served, by apex. */
export class PublishedZones {
  readonly #zones = new Map<Name, PublishedZone>();

  get(apex: Name): PublishedZone | undefined {
    return this.#zones.get(nameKey(apex));
  }

  all(): readonly PublishedZone[] {
    return [...this.#zones.values()];
  }

  /** The zone that answers for a name: the closest at or above it, for DS the one above the cut (RFC 4035 §3.1.4.1). */
  closest(name: Name, type: RRType): PublishedZone | undefined {
    const own = this.#atOrAbove(name);
    if (type !== TYPE.DS || own === undefined || own.zone.apex !== nameKey(name)) return own;
    const parent = parentOf(name);
    return (parent && this.#atOrAbove(parent)) ?? own;
  }

  /**
   * Publishes a version in place of the one before. Gives undefined if it is published already. Throws ZonewrightError
   * where the serial is not above the published one, or is the same with other content.
   */
  publish(version: ZoneVersion): PublishedZone | undefined {
    const apex = nameKey(parseName(version.name));
    const current = this.#zones.get(apex)?.version;
    if (current && isSame(current, version)) return undefined;
    if (current) refuseUnlessNewer(current, version);
    const published = prepare(version, apex);
    this.#zones.set(apex, published);
    return published;
  }

  /** Takes a zone out; false if it was not there. */
  remove(apex: Name): boolean {
    return this.#zones.delete(nameKey(apex));
  }

  #atOrAbove(name: Name): PublishedZone | undefined {
    for (let at: Name | undefined = nameKey(name); at !== undefined; at = parentOf(at)) {
      const zone = this.#zones.get(at);
      if (zone) return zone;
    }
    return undefined;
  }
}

function isSame(a: ZoneVersion, b: ZoneVersion): boolean {
  return a.serial === b.serial && a.contentHash === b.contentHash;
}

function refuseUnlessNewer(current: ZoneVersion, next: ZoneVersion): void {
  const doing = `publishing ${next.name} with serial ${next.serial}`;
  if (next.serial === current.serial) {
    throw new ZonewrightError(
      doing,
      "that serial is published with other content",
      "a serial belongs to one content for ever: give the new content a higher one",
    );
  }
  if (compareSerial(next.serial, current.serial) !== 1) {
    throw new ZonewrightError(
      doing,
      `serial ${current.serial} is published, and secondaries ignore a serial that is not above it (RFC 1982)`,
      "give the content a serial above it, also when going back to an older content",
    );
  }
}

function prepare(version: ZoneVersion, apex: Name): PublishedZone {
  const { zone } = version;
  const soa = zone.rrset(apex, TYPE.SOA);
  const rdata = soa?.rdata[0];
  if (zone.apex !== apex || zone.soa()?.serial !== version.serial || !soa || !rdata) {
    throw new InvariantError(
      `publishing ${version.name} with serial ${version.serial}`,
      `the zone handed over is ${zone.apex} with serial ${zone.soa()?.serial ?? "none"}`,
    );
  }
  const problem = whyUnservable(zone);
  if (problem) throw new ZonewrightError(`publishing ${apex}`, problem, "remove or correct that record");
  const record: WireRR = {
    name: zone.owner(soa.rows[0]!),
    type: TYPE.SOA,
    class: CLASS_IN,
    ttl: soa.ttl,
    rdata,
  };
  return { version, zone, soa: record, image: new ZoneImage(zone) };
}

/** What no transfer can carry; undefined if there is nothing of the kind. */
export function whyUnservable(zone: Zone): string | undefined {
  const apex = nameToWire(zone.apex);
  const soaRow = zone.soa()?.row;
  for (let row = 0; row < zone.size; row++) {
    const { length } = zone.rdata(row);
    if (length > 0xffff - roomForRest) {
      return `a record of ${zone.owner(row)} has ${length} octets of data, more than a DNS message carries`;
    }
    if (zone.type(row) === TYPE.SOA && row !== soaRow) {
      return `${zone.owner(row)} has a second SOA, and a transfer ends at the second`;
    }
    if (apexOffset(ownerWire(zone, row), apex) === undefined) return `${zone.owner(row)} is outside the zone`;
  }
  return undefined;
}
