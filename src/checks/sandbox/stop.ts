import type { SandboxLimits, Stop } from "./messages.ts";

/** Why a run was stopped, as the end of a sentence: "it took more than 2000 ms of processor time". */
export function describeStop({ by }: Stop, { timeMs, memoryMb }: SandboxLimits): string {
  switch (by) {
    case "time":
      return `it took more than the ${timeMs} ms of processor time that a file may take`;
    case "memory":
      return `it wanted more than the ${memoryMb} MiB of memory that a file may have`;
    case "question":
      return "a question of it has no answer";
  }
}
