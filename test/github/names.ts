export const SHA = {
  head: "a".repeat(40),
  base: "b".repeat(40),
  merge: "c".repeat(40),
  tree: "d".repeat(40),
  other: "e".repeat(40),
} as const;

export const APP_ID = 4711;

export const APP = {
  id: APP_ID,
  slug: "zonewright",
  permissions: { metadata: "read", contents: "write" },
  events: ["push"],
} as const;

export function user(id: number, login: string, type = "User") {
  return { id, login, type };
}
