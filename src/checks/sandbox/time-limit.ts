/** Measures the processor time of this thread, so that a busy machine makes no check slower. */
export class TimeLimit {
  readonly #end: number;

  constructor(milliseconds: number) {
    this.#end = usedMs() + milliseconds;
  }

  get isOver(): boolean {
    return usedMs() > this.#end;
  }
}

function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
