import type { AnyAssertion } from "../assertion.ts";
import { alias } from "./alias.ts";
import { differsInViews } from "./differs-in-views.ts";
import { everyOf } from "./every.ts";
import { forbidden } from "./forbidden.ts";
import { https } from "./https.ts";
import { mx } from "./mx.ts";
import { noAddressWithin } from "./no-address-within.ts";
import { nodata } from "./nodata.ts";
import { ns } from "./ns.ts";
import { nxdomain } from "./nxdomain.ts";
import { parity } from "./parity.ts";
import { ptr } from "./ptr.ts";
import { required } from "./required.ts";
import { resolves } from "./resolves.ts";
import { reverse } from "./reverse.ts";
import { sameInViews } from "./same-in-views.ts";
import { srv } from "./srv.ts";
import { svcb } from "./svcb.ts";
import { ttl } from "./ttl.ts";
import { zone } from "./zone.ts";

/** Those about names that are said one by one. */
const plain: readonly AnyAssertion[] = [
  alias,
  differsInViews,
  https,
  mx,
  nodata,
  ns,
  nxdomain,
  ptr,
  resolves,
  sameInViews,
  srv,
  svcb,
  ttl,
  zone,
];

/** Every kind of assertion a YAML check may state. */
export const assertionKinds: readonly AnyAssertion[] = [
  ...plain,
  everyOf(plain),
  forbidden,
  noAddressWithin,
  parity,
  required,
  reverse,
].sort((a, b) => (a.kind < b.kind ? -1 : 1));
