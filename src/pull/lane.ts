import { InvariantError } from "../base/index.ts";

/** What the bot may be asked to look at again. */
export type Lane =
  | { readonly kind: "pull"; readonly repositoryId: number; readonly number: number }
  | { readonly kind: "branch"; readonly repositoryId: number; readonly ref: string }
  | { readonly kind: "deploy"; readonly repositoryId: number; readonly ref: string }
  | { readonly kind: "monitor"; readonly repositoryId: number; readonly ref: string }
  | { readonly kind: "sweep" };

/** `pull:12#7`, `branch:12@main`, `deploy:12@main`, `monitor:12@main`, `sweep:all`. */
export function formatLane(lane: Lane): string {
  switch (lane.kind) {
    case "pull":
      return `pull:${lane.repositoryId}#${lane.number}`;
    case "branch":
    case "deploy":
    case "monitor":
      return `${lane.kind}:${lane.repositoryId}@${lane.ref}`;
    case "sweep":
      return "sweep:all";
  }
}

/** The inverse of formatLane. Throws InvariantError on text it never wrote. */
export function parseLane(text: string): Lane {
  const pull = /^pull:(\d+)#(\d+)$/.exec(text);
  if (pull) return { kind: "pull", repositoryId: Number(pull[1]), number: Number(pull[2]) };
  const branch = /^(branch|deploy|monitor):(\d+)@(.+)$/.exec(text);
  if (branch)
    return {
      kind: branch[1] as "branch" | "deploy" | "monitor",
      repositoryId: Number(branch[2]),
      ref: branch[3]!,
    };
  if (text === "sweep:all") return { kind: "sweep" };
  throw new InvariantError(`reading lane key "${text}"`, "it is none that Zonewright writes");
}
