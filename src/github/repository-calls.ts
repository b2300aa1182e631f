import type { OwnApp } from "./answers.ts";
import type { Calls } from "./calls.ts";
import type { RepositoryAccess } from "./gateway.ts";

/** What the calls about one repository have in common. */
export interface RepositoryCalls {
  readonly calls: Calls;
  readonly repository: RepositoryAccess;
  /** The path parameters that name it. */
  readonly where: { readonly owner: string; readonly repo: string };
  /** "owner/name", for messages. */
  readonly name: string;
  readonly own: () => Promise<OwnApp>;
}
