/** Where the demo tells its story; the CLI's output fits. */
export interface Voice {
  out(text: string): void;
  readonly paint: {
    bold(text: string): string;
    dim(text: string): string;
    green(text: string): string;
    red(text: string): string;
    cyan(text: string): string;
  };
}

/** Tells the story and keeps count of what was not as it should be. */
export class Narrator {
  readonly #voice: Voice;
  #wrong = 0;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  get allWell(): boolean {
    return this.#wrong === 0;
  }

  chapter(number: number, title: string): void {
    this.#voice.out(`\n${this.#voice.paint.bold(`${number}. ${title}`)}`);
  }

  say(text: string): void {
    this.#voice.out(`   ${text}`);
  }

  /** Something the bot or a server said, as it said it. */
  quote(text: string): void {
    for (const line of text.trimEnd().split("\n")) this.#voice.out(this.#voice.paint.dim(`   | ${line}`));
  }

  /** States what should be, and whether it is; `seen` says what is instead. */
  expect(what: string, is: boolean, seen: string): void {
    const { paint } = this.#voice;
    if (is) this.#voice.out(`   ${paint.green("ok")} ${what}`);
    else {
      this.#wrong += 1;
      this.#voice.out(`   ${paint.red("WRONG")} ${what}; instead: ${seen}`);
    }
  }

  link(label: string, url: string): void {
    this.#voice.out(`   ${label.padEnd(14)} ${this.#voice.paint.cyan(url)}`);
  }
}
