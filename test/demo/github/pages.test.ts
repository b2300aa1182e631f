import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { markdown } from "../../../src/demo/github/pages/markdown.ts";
import { openPlayground, type Playground, repository } from "./playground.ts";

const file = "zones/example.com.zone";
const attack = `<script>alert("1")</script><img src=x onerror=alert(1)>`;
let playground: Playground;

beforeEach(async () => {
  playground = await openPlayground();
});
afterEach(async () => {
  await playground[Symbol.asyncDispose]();
});

async function page(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(playground.github.url + path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe("a pull request's page", () => {
  test("shows title, branches, what happened, the checks, and annotations under their lines", async () => {
    const { github } = playground;
    const ada = github.as("ada");
    const head = await ada.commitFiles(repository, {
      branch: "topic",
      message: "Change two",
      files: { [file]: "one\nTWO\nthree\n" },
    });
    const number = await ada.openPull(repository, {
      head: "topic",
      title: "Change a line",
      body: "It was **wrong**.",
    });
    const { bot } = await playground.setting();
    const annotation = {
      path: file,
      start_line: 2,
      end_line: 2,
      start_column: 1,
      end_column: 4,
      annotation_level: "failure" as const,
      message: "shouting",
    };
    const outside = {
      path: "elsewhere.txt",
      start_line: 9,
      end_line: 9,
      annotation_level: "notice" as const,
      message: "unrelated",
    };
    await bot.rest.checks.create({
      owner: "acme",
      repo: "dns",
      name: "zonewright (main)",
      head_sha: head,
      conclusion: "failure",
      output: {
        title: "1 problem",
        summary: "| a | b |\n|---|---|\n| 1 | 2 |",
        annotations: [annotation, outside],
      },
    });
    await github.as("grace").requestChanges(repository, number, "Please whisper.");
    const { status, text, headers } = await page(`/${repository}/pull/${number}`);
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    expect(text).toContain("Change a line");
    expect(text).toContain('<span class="badge open">open</span>');
    expect(text).toContain("It was <strong>wrong</strong>.");
    expect(text).toContain("requested changes");
    expect(text).toContain('<td class="start">1</td>');
    const changed = text.indexOf(">TWO<");
    const said = text.indexOf("shouting");
    const after = text.indexOf(">three<");
    expect(changed).toBeGreaterThan(0);
    expect(said).toBeGreaterThan(changed);
    expect(after).toBeGreaterThan(said);
    expect(text).toContain("elsewhere.txt:9");
  });

  test("escapes everything that people and repositories put there", async () => {
    const { github } = playground;
    const ada = github.as("ada");
    await ada.commitFiles(repository, {
      branch: "topic",
      message: attack,
      files: { [`${attack.replaceAll("/", "")}.txt`]: `${attack}\n` },
    });
    const number = await ada.openPull(repository, { head: "topic", title: attack, body: attack });
    await ada.comment(
      repository,
      number,
      `${attack}\n\n\`\`\`\n${attack}\n\`\`\`\n[x](javascript:alert(1)) | ${attack}`,
    );
    const shown = [
      await page(`/${repository}/pull/${number}`),
      await page(`/${repository}`),
      await page(`/${repository}/commit/${github.tip(repository, "topic")}`),
    ];
    for (const { status, text } of shown) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script|<img|href="javascript/i);
    }
  });
});

describe("a button", () => {
  async function shown(): Promise<{ number: number; path: string }> {
    const { github } = playground;
    const ada = github.as("ada");
    const head = await ada.commitFiles(repository, {
      branch: "topic",
      message: "Change two",
      files: { [file]: "one\nTWO\nthree\n" },
    });
    const number = await ada.openPull(repository, { head: "topic", title: "Change a line" });
    const { bot } = await playground.setting();
    const at = { owner: "acme", repo: "dns" };
    const fix = { label: "Fix", description: "Commit it", identifier: "fix" };
    await bot.rest.checks.create({ ...at, name: "check", head_sha: head, actions: [fix] });
    const body = "Fix: whisper.\n\n```suggestion\ntwo\n```\n";
    await bot.rest.pulls.createReview({
      ...at,
      pull_number: number,
      event: "COMMENT",
      comments: [{ path: file, line: 2, side: "RIGHT", body }],
    });
    return { number, path: `/${repository}/pull/${number}` };
  }

  /** Sends the page's form with this text on its button, as a browser would. */
  async function press(path: string, label: string, as: string, origin = playground.github.url) {
    const { text } = await page(path);
    const form = text
      .match(/<form class="press"[\s\S]*?<\/form>/g)
      ?.find((one) => one.includes(`>${label}<`));
    if (form === undefined) throw new Error(`no button ${label}`);
    expect(form).toContain(`<option>${as}</option>`);
    const inputs = form.matchAll(/name="(\w+)" value="([^"]*)"/g);
    const fields = new URLSearchParams(
      [...inputs].map(([, name, value]): [string, string] => [name!, value!]),
    );
    fields.set("as", as);
    return fetch(`${playground.github.url}${/action="([^"]+)"/.exec(form)![1]!}`, {
      method: "POST",
      body: fields,
      headers: { origin, referer: `${playground.github.url}${path}` },
      redirect: "manual",
    });
  }

  test("of a check run is pressed by whoever one chooses to be, and the App is told", async () => {
    const { path } = await shown();
    const { status, headers } = await press(path, "Fix", "grace");
    expect([status, headers.get("location")]).toEqual([303, path]);
    await playground.github.idle();
    const told = playground.receiver.received.find(({ payload }) => payload.action === "requested_action");
    expect(told?.payload).toMatchObject({
      requested_action: { identifier: "fix" },
      sender: { login: "grace" },
    });
  });

  test("commits a suggestion, which is shown as the change that it is", async () => {
    const { path } = await shown();
    expect((await page(path)).text).toContain(
      '<span class="removed">-TWO\n</span><span class="added">+two\n</span>',
    );
    expect((await press(path, "Commit suggestion", "ada")).status).toBe(303);
    expect(await playground.github.fileAt(repository, "topic", file)).toBe("one\ntwo\nthree\n");
  });

  test("is not for who may only read, and no other site presses it", async () => {
    const { path } = await shown();
    expect((await page(path)).text).not.toContain("<option>reader</option>");
    expect((await press(path, "Fix", "ada", "https://evil.example")).status).toBe(403);
    await playground.github.idle();
    expect(playground.receiver.names()).not.toContain("check_run.requested_action");
  });

  test("that is none of a page's says so", async () => {
    await shown();
    const post = (path: string, body: string) =>
      fetch(playground.github.url + path, {
        method: "POST",
        body: new URLSearchParams(body),
        headers: { origin: playground.github.url },
      });
    expect((await post(`/${repository}/press`, "as=mallory&run=1")).status).toBe(422);
    expect((await post(`/${repository}/press`, "as=ada&pull=1&comment=1")).status).toBe(422);
    expect((await post(`/${repository}/dance`, "as=ada")).status).toBe(404);
    expect((await post("/acme/none/press", "as=ada")).status).toBe(404);
    expect((await post(`/${repository}/press`, `as=${"a".repeat(9_000)}`)).status).toBe(404);
  });
});

test("there are pages for all repositories, one repository and one commit; anything else is 404", async () => {
  expect((await page("/")).text).toContain(repository);
  expect((await page(`/${repository}`)).text).toContain("First commit");
  expect((await page(`/${repository}/commit/${playground.github.tip(repository, "main")}`)).text).toContain(
    '<td class="s">+</td><td class="t">two</td>',
  );
  expect((await page("/style.css")).headers.get("content-type")).toMatch(/^text\/css/);
  for (const path of [
    "/acme/none",
    `/${repository}/pull/7`,
    `/${repository}/commit/abc`,
    "/..%2f..%2fetc/passwd",
  ]) {
    expect((await page(path)).status).toBe(404);
  }
});

describe("Markdown", () => {
  test.each([
    ["# Plan for `a`", "<h1>Plan for <code>a</code></h1>\n"],
    ["one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n"],
    ["- a\n- b\n  - c", "<ul><li>a</li>\n<li>b<ul><li>c</li>\n</ul>\n</li>\n</ul>\n"],
    ["1. a\n2. b", "<ol><li>a</li>\n<li>b</li>\n</ol>\n"],
    ["````\n```\n<b>\n````", "<pre><code>```\n&lt;b&gt;</code></pre>\n"],
    [
      "```diff\n+a\n-b\n```",
      '<pre><code><span class="added">+a\n</span><span class="removed">-b\n</span></code></pre>\n',
    ],
    ["a **b** _c_ ~~d~~", "<p>a <strong>b</strong> <em>c</em> <del>d</del></p>\n"],
    ["`**a**` \\*b\\*", "<p><code>**a**</code> *b*</p>\n"],
    [
      "[a](https://x.example/?q=1&r=2)",
      '<p><a href="https://x.example/?q=1&amp;r=2" rel="nofollow noreferrer">a</a></p>\n',
    ],
    ["[a](javascript:b)", "<p>[a](javascript:b)</p>\n"],
    ["<!-- hidden -->seen", "<p>seen</p>\n"],
    ["<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>\n"],
    ["> a\n> - b", "<blockquote><p>a</p>\n<ul><li>b</li>\n</ul>\n</blockquote>\n"],
    [
      "> [!WARNING]\n> - a",
      '<div class="alert warning"><p class="title">Warning</p>\n<ul><li>a</li>\n</ul>\n</div>\n',
    ],
    [
      "```diff\n@@ a @@\n! b\n```",
      '<pre><code><span class="hunk">@@ a @@\n</span><span class="moved">! b\n</span></code></pre>\n',
    ],
    ["snake_case_name", "<p>snake_case_name</p>\n"],
  ])("%j", (text, expected) => {
    expect(markdown(text).text).toBe(expected);
  });

  test("details hold blocks, and may be nested", () => {
    const text =
      "<details><summary><b>More</b></summary>\n\n- a\n\n<details open>\n<summary>Even more</summary>\nb\n</details>\n</details>\nafter";
    expect(markdown(text).text).toBe(
      "<details><summary><strong>More</strong></summary>\n<ul><li>a</li>\n</ul>\n" +
        "<details open><summary>Even more</summary>\n<p>b</p>\n</details>\n</details>\n<p>after</p>\n",
    );
  });

  test("tables align and keep escaped bars", () => {
    expect(markdown("| a | b |\n|---|--:|\n| x\\|y | 1 |").text).toContain(
      '<tr><td class="start">x|y</td><td class="end">1</td></tr>',
    );
  });
});
