import { unprocessable } from "../api-error.ts";
import type { TreeChanges } from "../git/objects.ts";
import type { LineComment, Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";

/** The change that a line comment's ```suggestion block asks for. Throws ApiError 422 if it has none, or the file is gone. */
export async function withSuggestion(
  repository: Repository,
  pull: Pull,
  comment: LineComment,
): Promise<TreeChanges> {
  const block = /^(`{3,})suggestion[^\n]*\n([\s\S]*?)^\1/m.exec(comment.body.replaceAll("\r\n", "\n"));
  if (!block) throw unprocessable("The comment suggests nothing");
  const entry = await repository.objects.find(pull.headSha, comment.path);
  const content = entry && (await repository.objects.blob(entry.id));
  if (!content) throw unprocessable(`${comment.path} is not in the head`);
  const lines = content.toString("utf8").split("\n");
  const first = (comment.startLine ?? comment.line) - 1;
  const suggested = block[2]!.replace(/\n$/, "");
  lines.splice(first, comment.line - first, ...(suggested === "" ? [] : suggested.split("\n")));
  return new Map([[comment.path, Buffer.from(lines.join("\n"))]]);
}
