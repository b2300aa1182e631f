import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A part of a page, in CSS pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Chromium, as far as pictures of pages take it (the Chrome DevTools Protocol). */
export class Browser implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Answer) => void>();
  #session: string | undefined;
  #last = 0;

  private constructor(child: ChildProcess, folder: string, socket: WebSocket) {
    this.#child = child;
    this.#folder = folder;
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async start(width: number): Promise<Browser> {
    const folder = mkdtempSync(join(tmpdir(), "zonewright-browser-"));
    const flags = [...FLAGS, "--remote-debugging-port=0", `--user-data-dir=${folder}`];
    const child = spawn("chromium", flags, { stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once("error", reject);
      child.once("exit", () => reject(new Error(`chromium ended: ${said}`)));
    });
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve, { once: true });
      socket.addEventListener("error", reject, { once: true });
    });
    const browser = new Browser(child, folder, socket);
    const { targetId } = await browser.#call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.#call("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = sessionId as string;
    await browser.#call("Page.enable", {});
    await browser.#call("Emulation.setDeviceMetricsOverride", {
      ...{ width, height: 800, deviceScaleFactor: 1, mobile: false },
    });
    return browser;
  }

  async open(url: string): Promise<void> {
    await this.#call("Page.navigate", { url });
    while ((await this.evaluate("document.readyState")) !== "complete")
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** What a script in the page gives; it must be JSON. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#call("Runtime.evaluate", { expression, returnByValue: true });
    return (result as { value?: unknown }).value;
  }

  /** A PNG of a part of the page, however far down. */
  async picture(area: Area): Promise<Buffer> {
    const { data } = await this.#call("Page.captureScreenshot", {
      ...{ format: "png", captureBeyondViewport: true, clip: { ...area, scale: 1 } },
    });
    return Buffer.from(data as string, "base64");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#socket.close();
    this.#child.kill("SIGTERM");
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #call(method: string, params: object): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      const sessionId = this.#session;
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}
