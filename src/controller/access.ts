import type { RepositoryBinding } from "../config/index.ts";
import type { RepositoryGateway } from "../github/index.ts";
import type { Controller } from "./controller.ts";

/** A repository branch the operator bound, and the way to it. */
export interface BoundBranch {
  readonly binding: RepositoryBinding;
  readonly gateway: RepositoryGateway;
}

/** The binding of a branch and a gateway to its repository; undefined where the operator bound nothing to it. */
export async function boundBranch(
  controller: Controller,
  repositoryId: number,
  ref: string,
  signal: AbortSignal,
): Promise<BoundBranch | undefined> {
  const row = await controller.store.repositories.get(repositoryId);
  if (row === undefined) return undefined;
  const fullName = `${row.owner}/${row.name}`.toLowerCase();
  const binding = controller.bindings.find(
    (b) => b.repository.toLowerCase() === fullName && b.branch === ref,
  );
  return binding && { binding, gateway: controller.github.repository(row, signal) };
}
