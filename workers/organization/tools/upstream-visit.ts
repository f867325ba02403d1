import type { UpstreamCaller, UpstreamNote } from "../connections/upstream-fetch.ts";
import type { ToolCall } from "./call-tool.ts";

/** What an answer was made from, as far as upstream was asked for it. */
export interface Provenance {
  /** When its oldest data were read: ISO 8601, UTC. */
  asOf?: string;
  /** The longest that one of its requests waited for its turn, in milliseconds. */
  waitedMs?: number;
}

type VisitingCall = Pick<ToolCall, "progress"> & { caller: Pick<ToolCall["caller"], "credential"> };

/** One tool call's dealings with the upstream. */
export class UpstreamVisit {
  readonly caller: UpstreamCaller;
  readonly #report: ToolCall["progress"];
  #progress: { done: number; total?: number } = { done: 0 };
  #oldest: number | null = null;
  #waitedMs = 0;

  constructor({ caller, progress }: VisitingCall, fresh?: boolean) {
    this.#report = progress;
    this.caller = {
      key: caller.credential,
      lane: "person",
      fresh,
      // A notice takes a timer: nobody who does not listen pays for it.
      onWait: progress && (() => this.#sayWaiting()),
      onAnswer: (note) => this.#note(note),
    };
  }

  readonly progress = (done: number, total?: number, message?: string): void => {
    this.#progress = { done, total };
    this.#report?.(done, total, message);
  };

  get provenance(): Provenance {
    return {
      ...(this.#oldest !== null && { asOf: new Date(this.#oldest).toISOString() }),
      ...(this.#waitedMs > 0 && { waitedMs: this.#waitedMs }),
    };
  }

  /** Progress may only grow, so that waiting counts as a little of it. */
  #sayWaiting(): void {
    const { done, total } = this.#progress;
    this.progress(done + 0.01, total, "Waiting for the connected account's request budget.");
  }

  #note({ readAt, waitedMs }: UpstreamNote): void {
    this.#oldest = Math.min(this.#oldest ?? readAt, readAt);
    this.#waitedMs = Math.max(this.#waitedMs, Math.round(waitedMs));
  }
}
