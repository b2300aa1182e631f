/** What a file of checks may use. */
export interface SandboxLimits {
  /** Processor time, in milliseconds. */
  readonly timeMs: number;
  /** In MiB. */
  readonly memoryMb: number;
}

export const defaultLimits: SandboxLimits = { timeMs: 2_000, memoryMb: 64 };

/** A file to run. */
export interface RunOrder {
  readonly file: string;
  /** TypeScript. */
  readonly source: string;
  readonly views: readonly string[];
  readonly limits: SandboxLimits;
}

/** A place in the file that is run, both from 1. */
export interface CodePlace {
  readonly line: number;
  readonly column: number;
}

/** What the code asks of the host, which answers in JSON. */
export const questionKinds = ["resolve", "zones", "records", "inventory", "config"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** A call of `check`, in order. */
export interface DeclaredCheck {
  readonly name: string;
  readonly owner: string | undefined;
  readonly view: string | undefined;
  readonly place: CodePlace | undefined;
}

/** An expectation that does not hold, or an error that was thrown. */
export interface CodeMiss {
  /** "dc=ash"; empty outside of `each`. */
  readonly label: string;
  readonly expected: string;
  readonly found: string;
  /** How the code calls the value it expected something of. */
  readonly what: string;
  /** Number of the answer or record it is about, by the order in which they were given; undefined: of none. */
  readonly subject: number | undefined;
  readonly place: CodePlace | undefined;
}

/** Why a run was ended from outside. `question`: one has no answer. */
export interface Stop {
  readonly by: "time" | "memory" | "question";
  readonly place: CodePlace | undefined;
}

/** What the thread tells. Only `question` waits for an answer. */
export type ThreadMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "question"; readonly ask: QuestionKind; readonly args: readonly (string | number)[] }
  | { readonly kind: "declared"; readonly check: DeclaredCheck }
  | { readonly kind: "began"; readonly check: number; readonly view: string }
  | { readonly kind: "missed"; readonly miss: CodeMiss }
  | { readonly kind: "ended"; readonly run: EndedRun }
  /** The file as a whole is wrong. */
  | { readonly kind: "problem"; readonly message: string; readonly place: CodePlace | undefined }
  /** `spoiled`: the machine broke and must not be used again. */
  | { readonly kind: "done"; readonly spoiled: boolean };

/** What came of a check in a view, next to what it missed. */
export interface EndedRun {
  /** How many expectations there were. */
  readonly asserted: number;
  /** How many cases were begun, the check's own body among them. */
  readonly cases: number;
  readonly stop: Stop | undefined;
  /** The case that was stopped. */
  readonly label: string;
}

/** The host's answer to a question, JSON; undefined: there is none, and the check ends here. */
export interface HostMessage {
  readonly answer: string | undefined;
}
