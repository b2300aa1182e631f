import { PEOPLE, REPOSITORY } from "./acme.ts";
import { ask } from "./dig.ts";
import type { Narrator } from "./narrator.ts";
import { Person, type SeenCheck } from "./person.ts";
import { openPullKind, typo } from "./pull-kinds.ts";
import { shownComment } from "./shown-comment.ts";
import type { Stage } from "./stage.ts";
import { waitFor } from "./wait.ts";

const FILE = "zones/acme.example.zone";
/** The line that lacks the dot. */
const TYPO = "radio\t\t300\tCNAME\tedge.acme-cdn.example\n";

/** Mia adds an alias and forgets the dot; the bot says where, and what it would have meant. The pull's number. */
export async function openTypo({ github }: Stage, tell: Narrator): Promise<number> {
  tell.chapter(2, "Mia opens a pull request: radio.acme.example becomes an alias, and a dot is missing");
  const number = await openPullKind(github, PEOPLE.developer, typo);
  tell.say(`+${TYPO.trimEnd().replace(/\t+/g, "  ")}`);
  tell.link("pull request", `${github.url}/${REPOSITORY}/pull/${number}`);
  return number;
}

/** What the bot says of it, and Mia takes the fix it suggests. */
export async function fixTypo(stage: Stage, tell: Narrator, number: number): Promise<void> {
  const { github } = stage;
  tell.chapter(3, "The bot tests the merge result, fails it, and says how to fix it");
  const mia = new Person(github, PEOPLE.developer);
  const { head } = await mia.pull(number);
  const failed = await completedCheck(mia, head.sha);
  tell.expect(
    `the check run "${failed.name}" fails`,
    failed.conclusion === "failure",
    `${failed.conclusion}: ${failed.output.title}`,
  );
  const text = (await github.fileAt(REPOSITORY, head.sha, FILE))!;
  const line = text.slice(0, text.indexOf(TYPO)).split("\n").length;
  const column = TYPO.indexOf("edge") + 1;
  const annotation = (await mia.annotations(failed.id)).find(
    ({ title }) => title === "missing-trailing-dot-target",
  );
  const place = `${annotation?.path}:${annotation?.start_line}:${annotation?.start_column}`;
  tell.expect(`it annotates ${FILE}:${line}:${column}`, place === `${FILE}:${line}:${column}`, place);
  tell.quote(`${place} ${annotation?.title}\n${annotation?.message ?? ""}\n${annotation?.raw_details ?? ""}`);
  const suggestion = await waitFor("a suggestion on that line", async () =>
    (await mia.lineComments(number)).find((comment) => comment.path === FILE && comment.line === line),
  );
  const fixed = /^```suggestion\n(.*)\n```$/m.exec(suggestion.body)?.[1];
  tell.expect("it suggests the line with the dot", fixed === `${TYPO.trimEnd()}.`, suggestion.body);
  const sha = await github.as(PEOPLE.developer).applySuggestion(REPOSITORY, number, suggestion.id);
  tell.say(`Mia commits the suggestion (${sha.slice(0, 7)}).`);
  const passed = await completedCheck(mia, sha);
  tell.expect(
    "the check turns green",
    passed.conclusion === "success",
    `${passed.conclusion}: ${passed.output.title}`,
  );
  const comment = await waitFor("the plan on the pull request", async () =>
    (await mia.comments(number)).find(
      ({ body }) => body.includes("zonewright:plan") && body.includes(sha.slice(0, 7)),
    ),
  );
  tell.expect(
    "the comment shows the record that would be added",
    comment.body.includes("edge.acme-cdn.example."),
    comment.body,
  );
  tell.quote(shownComment(comment.body));
}

/** Jonas approves; the bot merges, deploys, asks the nameservers, and says what they serve. */
export async function approveTypo(stage: Stage, tell: Narrator, number: number): Promise<void> {
  const { github, dns, secondary } = stage;
  tell.chapter(4, "Jonas approves: the bot merges, deploys, and asks every nameserver");
  const started = Date.now();
  await github.as(PEOPLE.reviewer).approve(REPOSITORY, number, "Looks right to me.");
  const jonas = new Person(github, PEOPLE.reviewer);
  const merged = await waitFor("the merge", async () => {
    const pull = await jonas.pull(number);
    return pull.merged ? pull : undefined;
  });
  tell.expect("the pull request is merged", merged.merge_commit_sha !== null, "no merge commit");
  const result = await waitFor("the result on the pull request", async () =>
    (await jonas.comments(number)).find(({ body }) => body.includes("zonewright:result")),
  );
  tell.say(`From the approval to the report: ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  tell.expect(
    "it says that every nameserver serves the commit",
    result.body.includes("every nameserver serves exactly this commit"),
    result.body,
  );
  tell.quote(shownComment(result.body));
  for (const [name, server] of [
    ["the bot", dns],
    ...(secondary ? [["BIND", secondary] as const] : []),
  ] as const) {
    const answer = await ask(server, "radio.acme.example.", "CNAME");
    tell.expect(
      `${name} answers radio.acme.example. CNAME`,
      answer.includes("CNAME edge.acme-cdn.example."),
      answer,
    );
  }
}

/** The newest check run on a commit, once it is completed. */
export function completedCheck(person: Person, sha: string): Promise<SeenCheck> {
  return waitFor(`the check run on ${sha.slice(0, 7)}`, async () => {
    const check = await person.check(sha);
    return check?.status === "completed" ? check : undefined;
  });
}
