import { silentLog, systemClock } from "../../src/base/index.ts";
import { HiddenPrimaryOptions, targetKinds } from "../../src/targets/index.ts";

export type Primary = ReturnType<(typeof targetKinds)[0]["open"]>;

/** A hidden primary on loopback with these options on top of a port of its own choice; not started. */
export function hiddenPrimary(options: object = {}, deps: object = {}): Primary {
  const whole = HiddenPrimaryOptions.parse({ listen: { address: "127.0.0.1", port: 0 }, ...options });
  return targetKinds[0].open("primary", whole, { log: silentLog, clock: systemClock, ...deps });
}
