import { OpenAPIHono } from "@hono/zod-openapi";
import { type Env, getConfig } from "#env.ts";
import { AppError, toAppError } from "#errors.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { log } from "#lib/log.ts";
import type { Member } from "./require-member.ts";
import type { Person } from "./require-person.ts";

export interface HonoEnv {
  Bindings: Env;
  Variables: {
    /** Set by `permitted`. */
    member: Member;
    /** Set by `signedIn`. */
    person: Person;
  };
}

/** Every part of the API is made by this, so that every refusal leaves as the same receipt. */
export function createApi() {
  return new OpenAPIHono<HonoEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const problems = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new AppError("invalid_request", problems.join("; "));
    },
  });
}

export function handleError(thrown: unknown, env: Env): Response {
  // What an organization's object refused, it has logged itself.
  if (!(thrown instanceof AppError)) log.error("http.failed", thrown);
  return toErrorResponse(toAppError(thrown), getConfig(env).apiUrl);
}
