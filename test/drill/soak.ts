// Tells the drill's story again and again, killed at points drawn by a seed, until the time is up: npm run soak -- --minutes 30
import { isDeepStrictEqual, parseArgs } from "node:util";
import { endsOnce } from "./end.ts";
import { tellStory } from "./story.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1e6) },
  },
});
let state = Number(values.seed);
const until = Date.now() + Number(values.minutes) * 60_000;
console.log(`seed ${values.seed}`);
const { points } = await tellStory([]);
let [stories, kills] = [0, 0];
while (Date.now() < until) {
  const killAt = points.filter(() => draw() < 0.15);
  const told = await tellStory(killAt);
  stories += 1;
  kills += told.kills.length;
  console.log(`story ${stories}: ${told.kills.length} kills`);
  if (isDeepStrictEqual(told.end, endsOnce)) continue;
  console.error(`killed at ${JSON.stringify(killAt)} it ended otherwise: ${JSON.stringify(told.end)}`);
  process.exitCode = 1;
  break;
}
console.log(`${stories} stories, ${kills} kills`);

/** The next number of a linear congruential generator, from 0 to 1. */
function draw(): number {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return state / 2 ** 32;
}
