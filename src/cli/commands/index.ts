import type { Command } from "../command.ts";

/** Every command, in the order help shows them. Each is loaded when it is wanted: some bring half the program along. */
export const commands: readonly { readonly name: string; load(): Promise<Command> }[] = [
  { name: "check", load: async () => (await import("./check.ts")).check },
  { name: "plan", load: async () => (await import("./plan.ts")).plan },
  { name: "verify", load: async () => (await import("./verify.ts")).verify },
  { name: "compile", load: async () => (await import("./compile.ts")).compile },
  { name: "fmt", load: async () => (await import("./fmt.ts")).fmt },
  { name: "serve", load: async () => (await import("./serve.ts")).serve },
  { name: "demo", load: async () => (await import("./demo.ts")).demo },
];
