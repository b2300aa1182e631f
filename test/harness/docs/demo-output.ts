/** The demo's output between the README's marks for it. */
export const DEMO_BLOCK = /(<!-- demo output -->\n```text\n)([\s\S]*?)(```\n<!-- end -->)/;

/** Output with everything taken out that differs from run to run: ports, commits, digests, times, folders. */
export function timeless(output: string): string {
  return output
    .replace(/zonewright-demo-\w+/g, "zonewright-demo-X")
    .replace(/\S*\/(?=zonewright-demo-X)/g, "/tmp/")
    .replace(/\b[0-9a-f]{7,40}\b/g, "COMMIT")
    .replace(/\d+/g, "N")
    .trim();
}
