import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf } from "../../../base/index.ts";
import type { Hub } from "../state/hub.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { press } from "./press.ts";
import { pullPage } from "./pull.ts";
import { commitPage, homePage, repositoryPage } from "./repository.ts";
import { style } from "./style.ts";

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // A stricter one would hide from us where a form was sent from.
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

const largestForm = 4_096;

/** Answers with a page for people: no scripts, everything that comes from a repository escaped. */
export async function answerPage(
  hub: Hub,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  const { method } = request;
  if (method === "POST") {
    await answerForm(hub, request, url, response);
    return;
  }
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { ...headers, allow: "GET, HEAD, POST" }).end();
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

/** A button was pressed. Only these pages' own forms count: any other site could have a browser send one. */
async function answerForm(
  hub: Hub,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  const say = (status: number, words: string) => {
    const { text } = layout("Not done", undefined, html`<h1>That was not done</h1><p>${words}</p>`);
    response.writeHead(status, { ...headers, "content-type": "text/html; charset=utf-8" }).end(text);
  };
  const [, owner, name, button] = url.pathname.split("/");
  const repository = hub.repositories.get(`${owner}/${name}`.toLowerCase());
  const form = await readForm(request);
  if (request.headers.origin !== new URL(hub.url).origin)
    return say(403, "The form is not one of these pages.");
  if (!repository || button !== "press" || !form) return say(404, "There is no such button.");
  try {
    await press(hub, repository, form);
  } catch (error) {
    return say(422, messageOf(error));
  }
  const back = URL.parse(request.headers.referer ?? "")?.pathname ?? `/${repository.fullName}`;
  response.writeHead(303, { ...headers, location: back.replace(/^\/+/, "/") }).end();
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = "";
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > largestForm) return undefined;
  }
  return new URLSearchParams(text);
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
