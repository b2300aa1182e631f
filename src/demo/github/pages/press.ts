import { person } from "../person.ts";
import type { Account } from "../state/account.ts";
import type { CheckAction } from "../state/check.ts";
import type { Hub } from "../state/hub.ts";
import type { LineComment, Pull } from "../state/pull.ts";
import { mayWrite, type Repository } from "../state/repository.ts";
import { type Html, html } from "./html.ts";

/** Buttons, with a choice of who presses them: the stand-in has no log-in. Nothing where nobody may. */
function buttons(people: readonly Account[], to: string, hidden: Html, shown: Html): Html {
  if (people.length === 0) return html``;
  const choice = people.map(({ login }) => html`<option>${login}</option>`);
  return html`<form class="press" method="post" action="${to}">${hidden}${shown} <label>as <select name="as">${choice}</select></label></form>`;
}

/** A check run's own buttons. */
export function checkButtons(
  hub: Hub,
  repository: Repository,
  run: number,
  actions: readonly CheckAction[],
): Html {
  const shown = actions.map(
    ({ label, description, identifier }) =>
      html`<button name="action" value="${identifier}" title="${description}">${label}</button> `,
  );
  const hidden = html`<input type="hidden" name="run" value="${run}">`;
  return actions.length === 0
    ? html``
    : buttons(writers(hub, repository), `/${repository.fullName}/press`, hidden, html`${shown}`);
}

/** The button of a comment that suggests something on an open pull request. */
export function suggestionButton(hub: Hub, repository: Repository, pull: Pull, comment: LineComment): Html {
  if (pull.state !== "open" || !/^`{3,}suggestion/m.test(comment.body)) return html``;
  const people = pull.fork === undefined ? writers(hub, repository) : [pull.fork.owner];
  const hidden = html`<input type="hidden" name="pull" value="${pull.number}"><input type="hidden" name="comment" value="${comment.id}">`;
  return buttons(people, `/${repository.fullName}/press`, hidden, html`<button>Commit suggestion</button>`);
}

/**
 * Does what a form's button says, as the person it names. Throws ApiError or UsageError where that cannot be done,
 * and UsageError for a form that none of these pages has.
 */
export async function press(hub: Hub, repository: Repository, form: URLSearchParams): Promise<void> {
  const human = person(hub, hub.account(form.get("as") ?? ""));
  const [run, pull] = [Number(form.get("run")), Number(form.get("pull"))];
  if (run > 0) await human.pressCheckAction(repository.fullName, run, form.get("action") ?? "");
  else await human.applySuggestion(repository.fullName, pull, Number(form.get("comment")));
}

function writers(hub: Hub, repository: Repository): Account[] {
  return [...hub.accounts.values()].filter(
    (account) => account.type === "User" && mayWrite(repository.roleOf(account)),
  );
}
