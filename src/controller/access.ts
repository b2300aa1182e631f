import type { RepositoryBinding } from "../config/index.ts";
import type { RepositoryGateway } from "../github/index.ts";
import type { Controller } from "./controller.ts";

/** A repository branch the operator bound, and the way to it. */
export interface BoundBranch {
  readonly binding: RepositoryBinding;
  readonly gateway: RepositoryGateway;
  /** Ends the work: the lease is lost, or the process stops. */
  readonly signal: AbortSignal;
}

/** The binding of a branch and a gateway to its repository; undefined where the operator bound nothing to it. */
export async function boundBranch(
  controller: Controller,
  repositoryId: number,
  ref: string,
  signal: AbortSignal,
): Promise<BoundBranch | undefined> {
  const { repositories } = controller.store;
  const row = await repositories.get(repositoryId);
  if (row === undefined) return undefined;
  for (const binding of controller.bindings) {
    if (binding.branch !== ref || (await boundRepository(controller, binding)) !== repositoryId) continue;
    return { binding, gateway: controller.github.repository(row, signal), signal };
  }
  return undefined;
}

/** The id of the repository a binding means: the one that had the name first, whatever it is called by now. */
export async function boundRepository(
  { store }: Controller,
  binding: RepositoryBinding,
): Promise<number | undefined> {
  const [owner = "", name = ""] = binding.repository.split("/");
  return store.repositories.pinned(owner, name);
}
