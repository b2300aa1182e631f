import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { silentLog } from "../../src/base/index.ts";
import { ask, PEOPLE, Person, REPOSITORY, type Stage, setStage, waitFor } from "../../src/demo/index.ts";
import { openStore } from "../../src/store/index.ts";
import { bearsTheMark } from "./marks.ts";
import { pointsOf, readLines } from "./points.ts";

const FILE = "zones/lab.acme.example.zone";
// The zone ends below another origin.
const ADDED = "$ORIGIN lab.acme.example.\nradio\tA\t10.1.64.40\ntuner\tCNAME\tedge.acme-cdn.example\n";
/** Long, for a bot that died several times on a machine with much else to do. */
const PATIENCE_MS = 120_000;
const REVERSE = "zones/10.in-addr.arpa.zone";

/** What a run of the drill came to. */
export interface Told {
  /** Every step taken, over all processes (see pointsOf). */
  readonly points: readonly string[];
  /** Those at which the bot killed itself. */
  readonly kills: readonly string[];
  readonly restarts: number;
  readonly end: EndState;
}

/** All that is left on GitHub and in DNS; to be the same whatever died. */
export interface EndState {
  readonly commitsOnMain: number;
  readonly pullMerged: boolean;
  readonly planComments: number;
  readonly resultComments: number;
  readonly resultSaysServed: boolean;
  readonly suggestions: number;
  /** Commits on the branch besides Mia's own. */
  readonly fixes: number;
  readonly greenChecksOnHead: number;
  readonly deployments: readonly string[];
  readonly answer: string;
  readonly serialRoseBy: number;
}

/**
 * Mia adds a host and forgets a dot, presses Fix, and Jonas approves; the bot dies at each of these points and is started again. Stories told at the
 * same time have different slots, so that none takes the ports of another one's bot while that is dead.
 */
export async function tellStory(killAt: readonly string[], slot = 0): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "zonewright-drill-"));
  const [steps, kills] = [join(folder, "steps"), join(folder, "kills")];
  const stage = await setStage({
    named: false,
    program: fileURLToPath(new URL("bot.ts", import.meta.url)),
    env: { DRILL_STEPS: steps, DRILL_KILLS: kills, DRILL_KILL_AT: JSON.stringify(killAt) },
    ports: { dns: 23_500 + 2 * slot, webhook: 23_501 + 2 * slot },
    survive: true,
  });
  try {
    const end = await play(stage);
    return { points: pointsOf(readLines(steps)), kills: readLines(kills), restarts: stage.restarts(), end };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(stage: Stage): Promise<EndState> {
  const { github } = stage;
  const jonas = new Person(github, PEOPLE.reviewer);
  const before = await waitFor("the first serial", () => serialOf(stage), PATIENCE_MS);
  const base = github.tip(REPOSITORY, "main")!;
  const text = (await github.fileAt(REPOSITORY, "main", FILE))!;
  const reverse = (await github.fileAt(REPOSITORY, "main", REVERSE))!;
  const files = {
    [FILE]: text + ADDED,
    [REVERSE]: `${reverse}40.64.1.10.in-addr.arpa. PTR radio.lab.acme.example.\n`,
  };
  const mia = github.as(PEOPLE.developer);
  const first = await mia.commitFiles(REPOSITORY, { branch: "radio", message: "Add radio", files });
  const number = await mia.openPull(REPOSITORY, { head: "radio", title: "Add radio" });
  const head = await fixed(stage, number, first);
  await waitFor(
    "the plan",
    async () => bearsTheMark(await jonas.comments(number), "plan", head)[0],
    PATIENCE_MS,
  );
  await waitFor(
    "a green check",
    async () => ((await jonas.check(head))?.conclusion === "success" ? true : undefined),
    PATIENCE_MS,
  );
  await github.as(PEOPLE.reviewer).approve(REPOSITORY, number);
  await waitFor(
    "the result",
    async () => bearsTheMark(await jonas.comments(number), "result")[0],
    PATIENCE_MS,
  );
  await settled(stage);
  return {
    commitsOnMain: await jonas.commitsSince(base, "main"),
    pullMerged: (await jonas.pull(number)).merged,
    planComments: bearsTheMark(await jonas.comments(number), "plan").length,
    resultComments: bearsTheMark(await jonas.comments(number), "result").length,
    resultSaysServed: bearsTheMark(await jonas.comments(number), "result")[0]!.body.includes(
      "serves exactly this commit",
    ),
    suggestions: (await jonas.lineComments(number)).length,
    fixes: await jonas.commitsSince(first, "radio"),
    greenChecksOnHead: (await jonas.checks(head)).filter(({ conclusion }) => conclusion === "success").length,
    deployments: await deploymentsOf(jonas),
    answer: await ask(stage.dns, "radio.lab.acme.example.", "A"),
    serialRoseBy: (await serialOf(stage))! - before,
  };
}

/** Mia waits for the bot to have said everything about her commit, then presses Fix; the new head. */
async function fixed({ github }: Stage, number: number, first: string): Promise<string> {
  const jonas = new Person(github, PEOPLE.reviewer);
  await waitFor("a suggestion", async () => (await jonas.lineComments(number))[0], PATIENCE_MS);
  const red = await waitFor(
    "a red check",
    async () => (await jonas.checks(first)).find(({ conclusion }) => conclusion === "failure"),
    PATIENCE_MS,
  );
  await github.as(PEOPLE.developer).pressCheckAction(REPOSITORY, red.id, "fix");
  return waitFor(
    "the fix",
    async () => {
      const { head } = await jonas.pull(number);
      return head.sha === first ? undefined : head.sha;
    },
    PATIENCE_MS,
  );
}

/** The last deployment's success is told, and two sweeps later nothing is left to do. */
async function settled(stage: Stage): Promise<void> {
  const jonas = new Person(stage.github, PEOPLE.reviewer);
  await waitFor(
    "the last status",
    async () => ((await deploymentsOf(jonas)).every((said) => said.endsWith("success")) ? true : undefined),
    PATIENCE_MS,
  );
  const store = await openStore({ path: stage.storeFile, log: silentLog });
  try {
    const sweeps = async () => (await store.lanes.find("sweep:all"))!.fence;
    const seen = await sweeps();
    await waitFor(
      "rest",
      async () => {
        await stage.github.idle();
        const lanes = await store.lanes.list();
        const busy = lanes.some(
          ({ key, owner, dueAt }) =>
            key !== "sweep:all" &&
            (owner !== undefined ||
              (dueAt !== undefined && (!key.startsWith("monitor:") || dueAt <= Date.now()))),
        );
        return !busy && (await sweeps()) >= seen + 2 ? true : undefined;
      },
      PATIENCE_MS,
    );
  } finally {
    await store.close();
  }
}

async function serialOf({ dns }: Stage): Promise<number | undefined> {
  const answer = await ask(dns, "lab.acme.example.", "SOA").catch(() => "");
  const serial = / SOA \S+ \S+ (\d+) /.exec(answer)?.[1];
  return serial === undefined ? undefined : Number(serial);
}

/** Each deployment as "number of statuses of each kind, in order". */
async function deploymentsOf(person: Person): Promise<readonly string[]> {
  const deployments = await person.deployments();
  return Promise.all(
    deployments.map(async ({ id }) =>
      (await person.deploymentStatuses(id))
        .map(({ state }) => state)
        .reverse()
        .join(" "),
    ),
  );
}
