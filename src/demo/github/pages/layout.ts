import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { type Html, html } from "./html.ts";

/** A whole page. `repository` undefined: a page about none. */
export function layout(title: string, repository: Repository | undefined, content: Html): Html {
  const crumbs = repository
    ? html`<a href="/">GitHub</a> / <a href="/${repository.fullName}">${repository.fullName}</a>`
    : html`<a href="/">GitHub</a>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body><header>${crumbs} <small>a stand-in for trying Zonewright; nothing here leaves this machine</small></header>
<main>${content}</main></body></html>
`;
}

/** Who did something: a sign with the first letter, the login, and whether it is an App. */
export function who(login: string): Html {
  const name = login.replace(/\[bot\]$/, "");
  const tint = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  const badge = name === login ? "" : html` <span class="bot">bot</span>`;
  return html`<span class="avatar tint${tint}">${name.slice(0, 1).toUpperCase()}</span><strong>${name}</strong>${badge}`;
}

/** A moment in words: how long ago, with the time itself to hover. */
export function when(hub: Hub, at: number): Html {
  const seconds = Math.max(0, Math.round((hub.clock.now() - at) / 1000));
  const exact = new Date(at).toISOString();
  const words =
    seconds < 60
      ? "just now"
      : seconds < 3600
        ? `${Math.floor(seconds / 60)} min ago`
        : seconds < 86_400
          ? `${Math.floor(seconds / 3600)} h ago`
          : exact.slice(0, 10);
  return html`<time datetime="${exact}" title="${exact}">${words}</time>`;
}

const marks: Readonly<Record<string, string>> = {
  success: "✓",
  failure: "✗",
  error: "✗",
  timed_out: "✗",
  neutral: "–",
  skipped: "–",
  cancelled: "–",
  inactive: "–",
  action_required: "!",
};

/** A sign and colour for a check's conclusion or a deployment's state. */
export function mark(state: string): Html {
  return html`<span class="mark ${state}">${marks[state] ?? "●"}</span>`;
}

export function shortId(repository: Repository, id: string): Html {
  return html`<a class="code" href="/${repository.fullName}/commit/${id}">${id.slice(0, 7)}</a>`;
}
