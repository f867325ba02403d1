import { type CallToolResult, type InputRequests, ProtocolError } from "@modelcontextprotocol/server";
import { toError } from "./tool.ts";

/** Settles once all that was asked is answered. */
type Ask = (requests: InputRequests) => Promise<void>;
export type Work = (signal: AbortSignal, ask: Ask) => Promise<CallToolResult>;

type State =
  | { status: "working" | "cancelled" }
  | { status: "input_required"; inputRequests: InputRequests }
  | { status: "completed"; result: CallToolResult }
  | { status: "failed"; error: { code: number; message: string } };

/** Work that goes on after the call that began it was answered. It is remembered as long as the sandbox runs. */
export class Task {
  readonly id = crypto.randomUUID();
  readonly #createdAt = new Date().toISOString();
  #lastUpdatedAt = this.#createdAt;
  #state: State = { status: "working" };
  readonly #cancelled = new AbortController();
  #resume: () => void = () => {};

  constructor(work: Work) {
    void work(this.#cancelled.signal, (requests) => this.#ask(requests)).then(
      (result) => this.#move({ status: "completed", result }),
      (thrown: unknown) => this.#move(toEnd(thrown)),
    );
  }

  describe() {
    return {
      taskId: this.id,
      status: this.#state.status,
      createdAt: this.#createdAt,
      lastUpdatedAt: this.#lastUpdatedAt,
      ttlMs: null,
      pollIntervalMs: 100,
    };
  }

  /** What only whoever asks for the task gets to see. */
  detail(): State {
    return this.#state;
  }

  answer(responses: Record<string, unknown>): void {
    if (this.#state.status !== "input_required") return;
    const open = Object.entries(this.#state.inputRequests).filter(([key]) => !(key in responses));
    if (open.length > 0) {
      this.#move({ status: "input_required", inputRequests: Object.fromEntries(open) });
    } else {
      this.#move({ status: "working" });
      this.#resume();
    }
  }

  cancel(): void {
    this.#move({ status: "cancelled" });
    this.#cancelled.abort();
  }

  #ask(inputRequests: InputRequests): Promise<void> {
    this.#move({ status: "input_required", inputRequests });
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  #move(state: State): void {
    if (["completed", "failed", "cancelled"].includes(this.#state.status)) return;
    this.#state = state;
    this.#lastUpdatedAt = new Date().toISOString();
  }
}

/** What a tool throws is its result; only an error of the protocol makes the task a failure. */
function toEnd(thrown: unknown): State {
  if (thrown instanceof ProtocolError)
    return { status: "failed", error: { code: thrown.code, message: thrown.message } };
  return { status: "completed", result: toError(thrown instanceof Error ? thrown.message : String(thrown)) };
}
