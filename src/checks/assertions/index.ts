import { alias } from "./alias.ts";
import { mx } from "./mx.ts";
import { nxdomain } from "./nxdomain.ts";
import { ptr } from "./ptr.ts";
import { resolves } from "./resolves.ts";
import { srv } from "./srv.ts";

/** Every kind of assertion a YAML check may state. */
export const assertionKinds = [alias, mx, nxdomain, ptr, resolves, srv] as const;
