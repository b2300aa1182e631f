// Takes pictures of the stand-in's page of each kind of pull request, for the guides: docs/pictures/<kind>.png. Needs
// chromium; no part of the tests.

import { writeFileSync } from "node:fs";
import {
  completedCheck,
  openPullKind,
  PEOPLE,
  Person,
  type PullKind,
  pullKinds,
  REPOSITORY,
  type Stage,
  setStage,
  waitFor,
} from "../../src/demo/index.ts";
import { type Area, Browser } from "./browser.ts";
import { golden } from "./golden-files.ts";
import { smallPng } from "./small-png.ts";

const WIDTH = 920;

const stage = await setStage({ named: false });
try {
  await using browser = await Browser.start(WIDTH);
  for (const kind of pullKinds) {
    const number = await answered(stage, kind);
    await browser.open(`${stage.github.url}/${REPOSITORY}/pull/${number}`);
    const area = (await browser.evaluate(
      `(({ x, y, width, height }) => ({ x, y, width, height }))(document.body.getBoundingClientRect())`,
    )) as Area;
    const picture = smallPng(await browser.picture(area));
    writeFileSync(`docs/pictures/${kind.kind}.png`, picture);
    console.log(`docs/pictures/${kind.kind}.png: ${Math.round(picture.length / 1024)} KB`);
  }
} finally {
  await stage.close();
}

/** Opens a pull request and waits until the bot has said all that the golden files have. Its number. */
async function answered({ github }: Stage, kind: PullKind): Promise<number> {
  const number = await openPullKind(github, PEOPLE.developer, kind);
  const person = new Person(github, PEOPLE.reviewer);
  const { head } = await person.pull(number);
  await completedCheck(person, head.sha);
  const review = JSON.parse(golden(kind.kind, "review.json")) as { comments: unknown[] } | null;
  await waitFor(`the comment on #${number}`, async () =>
    (await person.comments(number)).find(({ body }) => body.includes(head.sha.slice(0, 7))),
  );
  await waitFor(`the suggestions on #${number}`, async () => {
    const { length } = await person.lineComments(number);
    return length === (review?.comments.length ?? 0) ? true : undefined;
  });
  return number;
}
