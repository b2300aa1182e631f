import type { Hub } from "../state/hub.ts";
import type { IssueComment } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { appShape } from "./app.ts";
import { association } from "./pull.ts";
import { reactionsShape } from "./reactions.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { moment, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

export function commentShape(hub: Hub, repository: Repository, comment: IssueComment) {
  const url = repositoryUrl(hub, repository);
  return {
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${repositoryPage(hub, repository)}/pull/${comment.pull}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${comment.pull}`,
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    user: userShape(hub, comment.user),
    created_at: moment(comment.createdAt),
    updated_at: moment(comment.updatedAt),
    author_association: association(repository, comment.user),
    body: comment.body,
    reactions: reactionsShape(`${url}/issues/comments/${comment.id}`),
    performed_via_github_app: comment.byApp ? appShape(hub) : null,
  };
}
