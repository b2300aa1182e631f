import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Knotd } from "./knotd.ts";
import { signedZones } from "./signed.ts";
import { generatedZones, packageZones, rfcZones, tortureZones, typeZones } from "./sources.ts";
import { type Surveyed, survey } from "./survey.ts";

const generatedCount = 12;
/** Zones that are signed besides, by each signer. */
const toSign: readonly string[] = ["rfc4035-a.zone", "rfc4592-2.2.1.zone", "rfc5155-a.zone", "rfc6672.zone"];

/** The whole survey: every zone of every corpus, read with every program. */
export async function surveyEverything(): Promise<Surveyed[]> {
  const scratch = mkdtempSync(join(tmpdir(), "zonewright-readers-"));
  const generated = generatedZones(generatedCount);
  const unsigned = [...tortureZones(), ...typeZones(), ...rfcZones(), ...packageZones(), ...generated];
  const origins = new Set(unsigned.map(({ origin }) => origin.toLowerCase()));
  const knotd = await Knotd.start([...origins]);
  try {
    const signed = [];
    for (const zone of unsigned) {
      if (toSign.includes(zone.id) || zone === generated[0])
        signed.push(...(await signedZones(zone, scratch)));
    }
    return await survey([...unsigned, ...signed], knotd, scratch);
  } finally {
    await knotd.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}
