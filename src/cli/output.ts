import colors from "picocolors";

/** Where a command writes: results to `out`, everything else to `note`. */
export interface Output {
  out(text: string): void;
  note(text: string): void;
  /** True when stdout is a terminal that shows colours and nobody asked for none (NO_COLOR). */
  readonly colour: boolean;
  readonly paint: ReturnType<typeof colors.createColors>;
}

/** The process's own streams. */
export function processOutput(): Output {
  const colour = process.stdout.isTTY === true && colors.isColorSupported;
  return {
    out: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    note: (text) => void process.stderr.write(text.endsWith("\n") ? text : `${text}\n`),
    colour,
    paint: colors.createColors(colour),
  };
}
