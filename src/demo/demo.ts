import { PEOPLE, REPOSITORY, ZONES } from "./acme.ts";
import { ask } from "./dig.ts";
import { Narrator, type Voice } from "./narrator.ts";
import { openPullKind, pullKinds, typo } from "./pull-kinds.ts";
import { removeService } from "./removal-story.ts";
import { type Stage, setStage } from "./stage.ts";
import { approveTypo, fixTypo, openTypo } from "./typo-story.ts";
import { waitFor } from "./wait.ts";

export interface DemoOptions {
  /** Tell the story and stop; else everything stays up until Ctrl-C. */
  readonly once: boolean;
}

/** Tells the whole story on loopback. True if every step was as it should be. */
export async function runDemo(options: DemoOptions, voice: Voice): Promise<boolean> {
  const tell = new Narrator(voice);
  tell.chapter(1, "A GitHub, the bot, its store and a nameserver, all on this machine");
  const interrupted = interruption();
  const started = Date.now();
  const stage = await setStage();
  try {
    const told = tellStory(stage, tell, started);
    if ((await Promise.race([told, interrupted])) === "interrupted") return false;
    if (!options.once) {
      await stayUp(stage, tell);
      await interrupted;
    }
    return tell.allWell;
  } finally {
    await stage.close();
    tell.say("Everything is stopped.");
  }
}

async function tellStory(stage: Stage, tell: Narrator, started: number): Promise<void> {
  await introduce(stage, tell, started);
  const number = await openTypo(stage, tell);
  await fixTypo(stage, tell, number);
  await approveTypo(stage, tell, number);
  await removeService(stage, tell);
}

async function introduce(stage: Stage, tell: Narrator, started: number): Promise<void> {
  const { github, bot, dns, secondary, storeFile, logFile } = stage;
  tell.link("GitHub", `${github.url}/${REPOSITORY}`);
  tell.link("bot", bot.webhookUrl);
  tell.link("nameserver", `${dns.address} port ${dns.port} (the bot's own, hidden primary)`);
  if (secondary) tell.link("secondary", `${secondary.address} port ${secondary.port} (BIND named)`);
  else tell.say("No BIND here: with named installed, a real secondary takes part.");
  tell.link("store", storeFile);
  tell.link("log", logFile);
  const servers = secondary ? [dns, secondary] : [dns];
  for (const server of servers) {
    for (const zone of ZONES) await waitFor(`${zone} at port ${server.port}`, () => serves(server, zone));
  }
  tell.say(
    `${ZONES.length} zones are served ${((Date.now() - started) / 1000).toFixed(1)} s after the start.`,
  );
}

async function serves(server: Stage["dns"], zone: string): Promise<true | undefined> {
  const answer = await ask(server, zone, "SOA").catch(() => "");
  return answer.includes(" SOA ") ? true : undefined;
}

/** The other kinds of pull request are opened too: each shows something else of what the bot answers. */
async function stayUp({ github, dns, secondary }: Stage, tell: Narrator): Promise<void> {
  tell.chapter(6, "It stays up: look around");
  tell.link("GitHub", `${github.url}/${REPOSITORY}`);
  for (const kind of pullKinds.filter((one) => one !== typo)) {
    const number = await openPullKind(github, PEOPLE.developer, kind);
    tell.link(kind.kind, `${github.url}/${REPOSITORY}/pull/${number}`);
  }
  tell.say(`dig @${dns.address} -p ${dns.port} radio.acme.example CNAME`);
  if (secondary)
    tell.say(`dig @${secondary.address} -p ${secondary.port} _playlist._tcp.sto.acme.example SRV`);
  tell.say("Ctrl-C stops everything.");
}

function interruption(): Promise<"interrupted"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve("interrupted"));
  });
}
