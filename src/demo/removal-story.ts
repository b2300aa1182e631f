import { PEOPLE, REPOSITORY } from "./acme.ts";
import type { Narrator } from "./narrator.ts";
import { Person } from "./person.ts";
import { shownComment } from "./shown-comment.ts";
import type { Stage } from "./stage.ts";
import { completedCheck } from "./typo-story.ts";
import { waitFor } from "./wait.ts";

const FILE = "zones/acme.example.zone";
const BRANCH = "tidy-playlist";
const SERVICE = /^_playlist\._tcp\.ash.*\n(?:\s.*SRV.*\n)*/m;

/** Mia removes the playlist service from one datacenter; the check that asks for it in every one fails. */
export async function removeService({ github }: Stage, tell: Narrator): Promise<void> {
  tell.chapter(5, "Mia removes the playlist service from Ashburn");
  const before = (await github.fileAt(REPOSITORY, "main", FILE))!;
  const mia = github.as(PEOPLE.developer);
  const files = { [FILE]: before.replace(SERVICE, "") };
  const sha = await mia.commitFiles(REPOSITORY, {
    branch: BRANCH,
    message: "Tidy up playlist records",
    files,
  });
  const number = await mia.openPull(REPOSITORY, { head: BRANCH, title: "Tidy up playlist records" });
  tell.link("pull request", `${github.url}/${REPOSITORY}/pull/${number}`);
  const person = new Person(github, PEOPLE.developer);
  const check = await completedCheck(person, sha);
  tell.expect(
    "the check run fails",
    check.conclusion === "failure",
    `${check.conclusion}: ${check.output.title}`,
  );
  const annotation = (await person.annotations(check.id)).find(({ title }) => title.startsWith("check/"));
  const said = `${annotation?.path}:${annotation?.start_line} ${annotation?.title}\n${annotation?.message}`;
  tell.expect("it names the datacenter", said.includes("ash"), said);
  tell.expect("it names the record", said.includes("_playlist._tcp.ash.acme.example"), said);
  tell.expect("it names the file", annotation?.path === FILE, said);
  tell.quote(said);
  const comment = await waitFor("the plan on the pull request", async () =>
    (await person.comments(number)).find(({ body }) => body.includes(sha.slice(0, 7))),
  );
  tell.expect(
    "the comment names the check that fails",
    comment.body.includes("the playlist service is discoverable in every datacenter"),
    comment.body,
  );
  tell.quote(shownComment(comment.body));
}
