import { sha256 } from "../base/index.ts";

const LONGEST = 80;

/** A check's name as part of a rule id: "Playlist is discoverable!" is "playlist-is-discoverable". */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" || slug.length > LONGEST
    ? `${slug.slice(0, LONGEST)}-${sha256(name).slice(0, 8)}`.replace(/^-/, "")
    : slug;
}
