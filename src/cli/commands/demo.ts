import { runDemo } from "../../demo/index.ts";
import { type Command, EXIT } from "../command.ts";

export const demo: Command = {
  name: "demo",
  summary: "the whole story on this machine: a stand-in GitHub, the bot, a nameserver",
  declare: (program) =>
    program.option("--once", "tell the story and stop, with exit code 0 if every step was as it should be"),
  async run({ options }, output) {
    return (await runDemo({ once: options.once === true }, output)) ? EXIT.ok : EXIT.findings;
  },
};
