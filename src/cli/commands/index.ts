import { check } from "./check.ts";
import { compile } from "./compile.ts";
import { demo } from "./demo.ts";
import { plan } from "./plan.ts";
import { serve } from "./serve.ts";

/** Every command, in the order help shows them. */
export const commands = [check, plan, compile, serve, demo] as const;
