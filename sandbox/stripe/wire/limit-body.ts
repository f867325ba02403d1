import { bodyLimit } from "hono/body-limit";
import { invalidRequest } from "../core/errors.ts";

/** Before anything reads it. */
export const limitBody = bodyLimit({
  maxSize: 1_000_000,
  onError: () => {
    throw invalidRequest("The request is too large.", { status: 413 });
  },
});
