import { ApiError } from "../api-error.ts";
import type { Repository } from "../state/repository.ts";

/** Points a ref at an object, or removes it, in git and in memory; tells nobody. */
export async function writeRef(repository: Repository, ref: string, to: string | undefined): Promise<void> {
  const args = to === undefined ? ["update-ref", "-d", ref] : ["update-ref", ref, to];
  const { status } = await repository.objects.git.attempt(args);
  if (status !== 0) throw new ApiError(422, `Reference cannot be updated: ${ref}`);
  if (to === undefined) repository.refs.delete(ref);
  else repository.refs.set(ref, to);
}
