import type { Zone } from "../../dns/index.ts";

/** Which record stands on a line of a zone's files: made once for a zone that has findings. */
export class RowPlaces {
  readonly #lines: Uint32Array;
  /** By path: the file's rows, in the order of their lines. */
  readonly #rows = new Map<string, readonly number[]>();

  constructor({ columns: { place, files } }: Zone) {
    this.#lines = place.line;
    const byFile = files.map((): number[] => []);
    for (let row = 0; row < place.line.length; row += 1) byFile[place.file[row]!]!.push(row);
    for (const [index, rows] of byFile.entries()) {
      const isSorted = rows.every((row, at) => at === 0 || this.#lines[rows[at - 1]!]! <= this.#lines[row]!);
      this.#rows.set(files[index]!, isSorted ? rows : rows.sort((a, b) => this.#lines[a]! - this.#lines[b]!));
    }
  }

  /** The last record of the file that starts at or before a line; undefined where there is none. */
  rowAt(file: string, line: number): number | undefined {
    const rows = this.#rows.get(file) ?? [];
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#lines[rows[middle]!]! <= line) low = middle + 1;
      else high = middle;
    }
    return rows[low - 1];
  }
}
