/**
 * How many times longer something takes for sixteen times the size: about 16 where the time grows with the size, 256 where
 * it grows with its square; hold it to 64. The shortest of several times each, so that what else the machine does hardly
 * counts.
 */
export function growth(run: (size: number) => unknown, size = 2_000): number {
  const shortest = (of: number) => Math.min(...Array.from({ length: 15 }, () => timeOf(() => run(of))));
  shortest(size);
  return shortest(16 * size) / shortest(size);
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
