import { createPrivateKey } from "node:crypto";
import { fileSpan } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { problem } from "./document.ts";
import type { GithubSettings } from "./operator-config.ts";
import type { Secrets } from "./secrets.ts";

/** Shorter webhook secrets can be guessed by who sees one signed delivery. */
const MIN_WEBHOOK_SECRET = 32;

type Read<T> = { readonly ok: T } | { readonly problem: string };

/**
 * What is needed to be a GitHub App, from the environment: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET
 * (several with commas between, while it is being changed) and GITHUB_API_URL.
 */
export function readGithubSettings(secrets: Secrets): {
  github: GithubSettings | undefined;
  diagnostics: Diagnostic[];
} {
  const appId = readAppId(secrets);
  const privateKey = readPrivateKey(secrets);
  const webhookSecrets = readWebhookSecrets(secrets);
  const baseUrl = readApiUrl(secrets);
  if ("ok" in appId && "ok" in privateKey && "ok" in webhookSecrets && "ok" in baseUrl)
    return {
      github: {
        appId: appId.ok,
        privateKey: privateKey.ok,
        webhookSecrets: webhookSecrets.ok,
        baseUrl: baseUrl.ok,
      },
      diagnostics: [],
    };
  const read: Read<unknown>[] = [appId, privateKey, webhookSecrets, baseUrl];
  return {
    github: undefined,
    diagnostics: read.flatMap((part) =>
      "problem" in part ? [problem(fileSpan("environment"), part.problem)] : [],
    ),
  };
}

function readAppId(secrets: Secrets): Read<number> {
  const text = secrets.setting("APP_ID");
  if (text === undefined) return { problem: "APP_ID is not set: the App's number, from its settings page" };
  return /^[1-9]\d{0,14}$/.test(text)
    ? { ok: Number(text) }
    : { problem: "APP_ID is not a number: take it from the App's settings page" };
}

function readPrivateKey(secrets: Secrets): Read<string> {
  const path = secrets.setting("PRIVATE_KEY_PATH");
  const inline = secrets.variable("PRIVATE_KEY");
  if (inline === undefined && path === undefined)
    return {
      problem:
        "neither PRIVATE_KEY nor PRIVATE_KEY_PATH is set: the App's private key (PEM), or the file it is in",
    };
  const read = inline === undefined ? secrets.file(path!) : { secret: inline };
  if ("problem" in read) return { problem: `PRIVATE_KEY_PATH: ${read.problem}` };
  const pem = read.secret.replaceAll("\\n", "\n");
  try {
    if (createPrivateKey(pem).asymmetricKeyType !== "rsa")
      return { problem: "the App's private key is not an RSA key" };
    return { ok: pem };
  } catch {
    return { problem: "the App's private key is not a private key in PEM form" };
  }
}

function readWebhookSecrets(secrets: Secrets): Read<string[]> {
  const list = (secrets.variable("WEBHOOK_SECRET") ?? "").split(",").map((secret) => secret.trim());
  if (list.every((secret) => secret === ""))
    return { problem: "WEBHOOK_SECRET is not set: without it anybody could send webhooks" };
  if (list.includes("development"))
    return {
      problem: `WEBHOOK_SECRET is the default of development tools, which everybody knows: make one with "openssl rand -hex 32"`,
    };
  if (list.some((secret) => secret.length < MIN_WEBHOOK_SECRET))
    return {
      problem: `WEBHOOK_SECRET has fewer than ${MIN_WEBHOOK_SECRET} characters: make one with "openssl rand -hex 32"`,
    };
  return { ok: list };
}

function readApiUrl(secrets: Secrets): Read<string> {
  const text = secrets.setting("GITHUB_API_URL") ?? "https://api.github.com";
  const url = URL.parse(text);
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "")
    return { problem: "GITHUB_API_URL is not a plain URL such as https://HOST/api/v3" };
  // Installation tokens go there: in clear only to this machine.
  const local = /^(?:127(?:\.\d+){3}|\[::1\]|localhost)$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local))
    return { problem: "GITHUB_API_URL does not start with https://" };
  return { ok: text.replace(/\/+$/, "") };
}
