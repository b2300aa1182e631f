/** The pages' one style sheet: light and dark as the reader's system is, one column on a phone. */
export const style = `
:root { color-scheme: light dark;
  --paper: #fff; --sunk: #f5f7f9; --line: #d5dbe1; --ink: #1c2329; --soft: #5b6772; --link: #0a5fb4;
  --good: #177a3c; --bad: #c0272d; --wait: #96690a; --done: #7442c8;
  --add: #e4f6e8; --del: #fdeaea; --hunk: #eaf2fb; --move: #fdf3dc; --alert: #fff9ea; --on: #fff; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #12161b; --sunk: #1a2027; --line: #313a44; --ink: #e3e8ed; --soft: #97a3af; --link: #6cb2ff;
  --good: #4cc274; --bad: #ff7b78; --wait: #e0ac45; --done: #b794ff;
  --add: #12301d; --del: #3a191b; --hunk: #172a40; --move: #35290f; --alert: #241f12; --on: #12161b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
header { background: var(--sunk); border-bottom: 1px solid var(--line); padding: .8rem 1.2rem; font-weight: 600; }
header small { float: right; font-weight: 400; color: var(--soft); }
main { max-width: 62rem; margin: 0 auto; padding: 1.2rem; }
h1 { font-size: 1.6rem; font-weight: 500; line-height: 1.25; margin: .4rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
h1 .number, .soft { color: var(--soft); font-weight: 400; }
code, pre, .code { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { background: var(--sunk); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--sunk); padding: .8rem; border-radius: 6px; overflow-x: auto; }
pre code { padding: 0; background: none; overflow-wrap: normal; }
pre .added, pre .removed, pre .moved, pre .hunk { display: block; margin: 0 -.8rem; padding: 0 .8rem; min-width: max-content; }
pre .added { background: var(--add); } pre .removed { background: var(--del); } pre .moved { background: var(--move); }
pre .hunk { color: var(--soft); background: var(--hunk); }
.alert { margin: .8rem 0; padding: .3rem .9rem; border-left: 4px solid var(--wait); background: var(--alert); }
.alert .title { font-weight: 600; color: var(--wait); margin: .3rem 0; } .alert ul { margin: .3rem 0; }
.alert.note, .alert.tip { border-color: var(--link); } .alert.note .title, .alert.tip .title { color: var(--link); }
.alert.caution { border-color: var(--bad); } .alert.caution .title { color: var(--bad); }
.avatar { display: inline-block; width: 1.5rem; height: 1.5rem; margin-right: .5rem; border-radius: 50%; text-align: center;
  font-weight: 600; font-size: .8rem; line-height: 1.5rem; color: var(--on); background: var(--link); }
.tint1 { background: var(--good); } .tint2 { background: var(--done); } .tint3 { background: var(--wait); }
.tint4 { background: var(--bad); } .tint5 { background: var(--soft); }
.bot { padding: 0 .4rem; border: 1px solid var(--line); border-radius: 99px; font-size: .75rem; }
.body h3 { font-size: 1.15rem; margin: .7rem 0 .4rem; } .body h4 { font-size: 1rem; margin: 1rem 0 .4rem; }
.body ul { margin: .4rem 0; padding-left: 1.5rem; } .body p { margin: .5rem 0; }
.badge { display: inline-block; padding: .15rem .7rem; border-radius: 99px; color: var(--paper); font-weight: 600; background: var(--soft); }
.badge.open { background: var(--good); } .badge.merged { background: var(--done); } .badge.closed { background: var(--bad); }
.ref { background: var(--hunk); color: var(--link); }
.card { border: 1px solid var(--line); border-radius: 8px; margin: .9rem 0; overflow: hidden; }
.card > .head { background: var(--sunk); border-bottom: 1px solid var(--line); padding: .5rem .9rem; color: var(--soft); }
.card > .head strong { color: var(--ink); }
.card > .body { padding: .2rem .9rem .6rem; overflow-wrap: anywhere; }
.body > :first-child { margin-top: .5rem; } .body > :last-child { margin-bottom: .4rem; }
.card.plain > .row { padding: .55rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.card.plain > .row:first-child { border-top: 0; }
.card.good { border-left: 4px solid var(--good); } .card.bad { border-left: 4px solid var(--bad); }
.event { padding: .3rem 0 .3rem 1rem; margin-left: .9rem; border-left: 2px solid var(--line); color: var(--soft); overflow-wrap: anywhere; }
.event strong { color: var(--ink); }
.mark { display: inline-block; width: 1.3rem; font-weight: 700; }
.success, .APPROVED { color: var(--good); } .failure, .error, .timed_out, .CHANGES_REQUESTED { color: var(--bad); }
.running, .queued, .in_progress, .pending, .action_required { color: var(--wait); }
.neutral, .skipped, .cancelled, .inactive { color: var(--soft); }
.wide { overflow-x: auto; }
.body table { border-collapse: collapse; margin: .6rem 0; }
.body th, .body td { border: 1px solid var(--line); padding: .3rem .7rem; } .body th { background: var(--sunk); }
.end { text-align: end; } .middle { text-align: center; } .start { text-align: start; }
blockquote { margin: .6rem 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
details > summary { cursor: pointer; padding: .25rem 0; }
.diff { width: 100%; border-collapse: collapse; }
.diff td { padding: 0 .6rem; vertical-align: top; }
.diff .n { width: 3rem; min-width: 3rem; text-align: end; color: var(--soft); user-select: none; padding: 0 .5rem; }
.diff .t { white-space: pre; tab-size: 8; width: 100%; } .diff .s { padding: 0 0 0 .6rem; } .diff td.t { padding-left: .2rem; }
.diff .added > td { background: var(--add); } .diff .removed > td { background: var(--del); }
.diff .hunk td { background: var(--hunk); color: var(--soft); padding-block: .2rem; white-space: pre; }
.diff .remark > td { padding: .5rem .8rem; white-space: normal; font-family: system-ui, sans-serif; }
.said { max-width: 52rem; background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--wait); border-radius: 6px; padding: .5rem .8rem; }
.said.failure { border-left-color: var(--bad); color: inherit; } .said.notice { border-left-color: var(--link); }
.said pre { margin: .5rem 0 .1rem; tab-size: 8; } .by { color: var(--soft); }
.suggested { border: 1px solid var(--line); border-radius: 6px; margin: .6rem 0; overflow: hidden; }
.suggested .head { padding: .25rem .8rem; border-bottom: 1px solid var(--line); background: var(--sunk); color: var(--soft); }
.suggested pre { margin: 0; border-radius: 0; background: none; padding: .4rem .8rem; }
.press { margin: .5rem 0 .2rem; color: var(--soft); } .press button, .press select { font: inherit; font-size: .9rem;
  padding: .2rem .8rem; color: var(--ink); background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; }
.press button { font-weight: 600; cursor: pointer; } .press button:hover { background: var(--hunk); }
.plus { color: var(--good); } .minus { color: var(--bad); }
@media (max-width: 40rem) { main { padding: .8rem; } h1 { font-size: 1.3rem; } header small { float: none; display: block; }
  .diff .n:first-child { display: none; } }
`;
