import type { StoredData } from "./stored-data.ts";

type From<Value> = Value | ((stored: StoredData) => Value | Promise<Value>);

/** What a property manager asks, the call that answers it, and the facts that have to be in the answer. */
export interface Question {
  question: string;
  tool: string;
  /** Tools that come to mind first and answer something else: their descriptions send to `tool`. */
  not?: readonly string[];
  args: From<object>;
  /** Worked out from what Hostaway stores, never by the product's code. */
  answer: From<object>;
}

export const resolve = async (given: From<object>, stored: StoredData): Promise<object> =>
  typeof given === "function" ? given(stored) : given;
