import type { Finding } from "../rule.ts";

/** So many findings of one kind are made one by one: a signer's fault is in every record it made. */
const most = 20;

/** Reports the first findings one by one, and how many more there are at the last of them. */
export class Few {
  readonly #report: (finding: Finding) => void;
  #last: Finding | undefined;
  #count = 0;

  constructor(report: (finding: Finding) => void) {
    this.#report = report;
  }

  /** `make` is called only where the finding is reported. */
  add(make: () => Finding): void {
    this.#count += 1;
    if (this.#count < most) this.#report(make());
    else if (this.#count === most) this.#last = make();
  }

  /** To be called after the last. */
  done(): void {
    if (!this.#last) return;
    const more = this.#count - most;
    const message =
      more === 0
        ? this.#last.message
        : `${this.#last.message} (and ${more} more findings of this rule in the zone)`;
    this.#report({ ...this.#last, message });
  }
}
