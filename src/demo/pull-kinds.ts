import { ZonewrightError } from "../base/index.ts";
import { REPOSITORY } from "./acme.ts";
import type { StandInGitHub } from "./github/index.ts";

/** A pull request as somebody opens it, and what is wrong with it. */
export interface PullKind {
  readonly kind: "typo" | "dangling" | "mail" | "delegation" | "removal";
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly edits: readonly Edit[];
}

/** Text of a file that becomes another text. Without `before`, the file is new. */
export interface Edit {
  readonly path: string;
  readonly before?: string;
  readonly after: string;
}

const ACME = "zones/acme.example.zone";
const STATUS = "zones/acme-status.example.zone";
const LAB = "zones/lab.acme.example.zone";

/** A new alias whose target has no final dot. */
export const typo: PullKind = {
  kind: "typo",
  branch: "radio",
  title: "Add radio.acme.example",
  body: "The radio moves to the CDN.",
  edits: [
    {
      path: ACME,
      before: "status\t\t\tCNAME\twww.acme-status.example.\n",
      after: "status\t\t\tCNAME\twww.acme-status.example.\nradio\t\t300\tCNAME\tedge.acme-cdn.example\n",
    },
  ],
};

/** A name that is renamed in one zone while an alias in another leads to it. */
const dangling: PullKind = {
  kind: "dangling",
  branch: "status-page",
  title: "Call the status page by its name",
  body: "`www` says nothing; `page` does.",
  edits: [{ path: STATUS, before: "www\tCNAME\t@\n", after: "page\tCNAME\t@\n" }],
};

/** A mail server outside, and an SPF record in two strings without a space between them. */
const mail: PullKind = {
  kind: "mail",
  branch: "newsletter",
  title: "Send newsletters through the provider",
  body: "Their server takes our mail when ours are away.",
  edits: [
    {
      path: ACME,
      before: "\t\t\tMX\t20 mx2\n",
      after: "\t\t\tMX\t20 mx2\n\t\t\tMX\t30 mail.newsletter.example.net.\n",
    },
    {
      path: ACME,
      before: '"v=spf1 mx ip4:192.0.2.25 ip4:198.51.100.25 -all"',
      after: '"v=spf1 mx ip4:192.0.2.25 ip4:198.51.100.25" "include:_spf.newsletter.example.net -all"',
    },
  ],
};

/** A zone of its own for a team: no glue for its nameserver, and another set of them than it has itself. */
const delegation: PullKind = {
  kind: "delegation",
  branch: "play",
  title: "Give the web player a zone of its own",
  body: "They run a nameserver of their own; one of ours is the second.",
  edits: [
    {
      path: ACME,
      before: "lab\t\t\tNS\tns1\n\t\t\tNS\tns2\n",
      after: "lab\t\t\tNS\tns1\n\t\t\tNS\tns2\nplay\t\t\tNS\tns1.play\n\t\t\tNS\tns1\n",
    },
    {
      path: "zones/play.acme.example.zone",
      after: `; play.acme.example - the web player
$TTL 5m
@	IN SOA	ns1 hostmaster.acme.example. 1 2h 30m 2w 5m
	NS	ns1
	NS	ns2.acme.example.
ns1	A	203.0.113.53

@	A	203.0.113.90
www	CNAME	@
`,
    },
  ],
};

/** Much of a zone at once: nothing is wrong with it, and one pair of eyes is not enough. */
const removal: PullKind = {
  kind: "removal",
  branch: "previews",
  title: "Remove the previews",
  body: "All of these branches are merged.",
  edits: [
    {
      path: LAB,
      before: `
; one name for each branch of the player under test, gone when it is merged
$ORIGIN preview.lab.acme.example.
dark-mode	CNAME	ci1.lab.acme.example.
equalizer	CNAME	ci1.lab.acme.example.
gapless		CNAME	ci1.lab.acme.example.
karaoke		CNAME	ci1.lab.acme.example.
lyrics		CNAME	ci1.lab.acme.example.
offline		CNAME	ci1.lab.acme.example.
queue		CNAME	ci2.lab.acme.example.
radio		CNAME	ci2.lab.acme.example.
search		CNAME	ci2.lab.acme.example.
sleep-timer	CNAME	ci2.lab.acme.example.
`,
      after: "",
    },
  ],
};

/** Every kind of pull request that the demo can open; the first is the one its story is about. */
export const pullKinds: readonly PullKind[] = [typo, dangling, mail, delegation, removal];

/** Opens a pull request as this person. Its number. Throws ZonewrightError where the branch it starts from lacks the text. */
export async function openPullKind(github: StandInGitHub, login: string, kind: PullKind): Promise<number> {
  const { branch, title, body, edits } = kind;
  const files: Record<string, string> = {};
  for (const { path, before, after } of edits) {
    const text = files[path] ?? (await github.fileAt(REPOSITORY, "main", path));
    files[path] = before === undefined ? after : edited(path, text ?? "", before, after);
  }
  const person = github.as(login);
  await person.commitFiles(REPOSITORY, { branch, message: title, files });
  return person.openPull(REPOSITORY, { head: branch, title, body });
}

function edited(path: string, text: string, before: string, after: string): string {
  if (!text.includes(before))
    throw new ZonewrightError(`editing ${path}`, `it has no ${JSON.stringify(before)}`);
  return text.replace(before, () => after);
}
