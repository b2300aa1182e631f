import type { ServerResponse } from "node:http";
import type { Hub } from "../state/hub.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { pullPage } from "./pull.ts";
import { commitPage, homePage, repositoryPage } from "./repository.ts";
import { style } from "./style.ts";

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** Answers with a page for people: no scripts, everything that comes from a repository escaped. */
export async function answerPage(
  hub: Hub,
  method: string,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end();
    return;
  }
  if (url.pathname === "/style.css") {
    response.writeHead(200, { ...headers, "content-type": "text/css; charset=utf-8" }).end(style);
    return;
  }
  const page = await findPage(hub, url.pathname);
  const shown = page ?? layout("Not found", undefined, html`<h1>There is no such page</h1>`);
  response
    .writeHead(page ? 200 : 404, { ...headers, "content-type": "text/html; charset=utf-8" })
    .end(shown.text);
}

async function findPage(hub: Hub, path: string): Promise<Html | undefined> {
  if (path === "/") return homePage(hub);
  const [, owner, name, kind, what, ...rest] = path.replace(/\/$/, "").split("/");
  const repository = hub.repositories.get(`${owner}/${name}`.toLowerCase());
  if (!repository || rest.length > 0) return undefined;
  if (kind === undefined) return await repositoryPage(hub, repository);
  if (kind === "commit" && what) return await commitPage(hub, repository, what);
  const pull = kind === "pull" ? repository.pulls.get(Number(what)) : undefined;
  return pull && (await pullPage(hub, repository, pull));
}
