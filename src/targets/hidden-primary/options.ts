import { z } from "zod";

const address = z.union([z.ipv4(), z.ipv6()], { error: "must be an IP address" });
const port = z.int().min(1).max(65_535);

const Secondary = z.strictObject({
  name: z.string().min(1).optional(),
  address,
  port: port.default(53),
  /** Only for these views; for all unless told. */
  views: z.array(z.string().min(1)).min(1).optional(),
});

const VerifiedServer = z.strictObject({ name: z.string().min(1), address, port: port.default(53) });

const Limits = z.strictObject({
  connections: z.int().min(1).default(500),
  connectionsPerClient: z.int().min(1).default(20),
  idleMs: z.int().min(100).default(10_000),
});

/** What an operator says about a hidden primary. */
export const HiddenPrimaryOptions = z
  .strictObject({
    /** Where it listens, for UDP and TCP; port 0 takes a free one. Zones are served to the world only if this is reachable. */
    listen: z.strictObject({ address, port: z.int().min(0).max(65_535) }),
    /** The view whose zones it serves. */
    view: z.string().min(1).default("default"),
    /** Who may transfer zones, by address, and is told of changes. */
    secondaries: z.array(Secondary).default([]),
    /** Who is asked whether a change has arrived; the primary itself unless told. */
    nameservers: z.array(VerifiedServer).min(1).optional(),
    /** False: only its secondaries are answered, and only about SOA and transfers. */
    answerQueries: z.boolean().default(true),
    limits: Limits.prefault({}),
  })
  .refine(({ answerQueries, nameservers }) => answerQueries || nameservers !== undefined, {
    path: ["nameservers"],
    error: "must be listed where answerQueries is false: the primary itself cannot be asked then",
  });

export type HiddenPrimaryOptions = z.infer<typeof HiddenPrimaryOptions>;
export type SecondaryOptions = HiddenPrimaryOptions["secondaries"][number];
