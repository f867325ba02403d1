import * as z from "zod/mini";

// The document's policy forbids code made from strings, which zod would try to make.
z.config({ jitless: true });

const Message = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.optional(z.union([z.string(), z.number()])),
  method: z.optional(z.string()),
  params: z.optional(z.unknown()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
type Message = z.infer<typeof Message>;

/** JSON-RPC with the window around this one. Requests that arrive are answered with nothing, unknown ones with an error. */
export class PostMessages {
  readonly #answers = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #listeners: ReadonlyMap<string, (params: unknown) => void>;

  constructor(listeners: Record<string, (params: unknown) => void>) {
    this.#listeners = new Map(Object.entries(listeners));
    window.addEventListener("message", ({ source, data }) => {
      const message = source === window.parent ? Message.safeParse(data) : undefined;
      if (message?.success) this.#receive(message.data);
    });
  }

  request(method: string, params: object): Promise<unknown> {
    const id = this.#nextId++;
    const answer = Promise.withResolvers<unknown>();
    this.#answers.set(id, answer);
    this.#post({ id, method, params });
    return answer.promise;
  }

  notify(method: string, params: object): void {
    this.#post({ method, params });
  }

  #nextId = 1;

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      const listener = this.#listeners.get(method);
      listener?.(params);
      if (id !== undefined) this.#post(listener ? { id, result: {} } : { id, error: notFound });
    } else if (typeof id === "number") {
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  }

  /** To whichever page shows the view: it has the data already, and a sandboxed page's origin cannot be named. */
  #post(message: object): void {
    window.parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
  }
}

const notFound = { code: -32_601, message: "Method not found" };
