/** The rules at work: which of them are on for a zone, what each is given, and what becomes of its findings. */

export { isStructural, type LintOptions, lint } from "./engine.ts";
export { RepositoryWorld } from "./repository-world.ts";
