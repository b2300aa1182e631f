import { cpus, loadavg, release, totalmem } from "node:os";

/** What a reader has to know about the machine to judge the numbers. */
export function machineFacts(): string[] {
  const [first] = cpus();
  return [
    `${cpus().length} × ${first?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
    `Node ${process.version}`,
  ];
}

/** Processes that wanted to run in the last minute, this one's children included. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
