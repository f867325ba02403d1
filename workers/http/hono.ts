import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { type Env, getConfig } from "#env.ts";
import { AppError, type ErrorCode, toAppError } from "#errors.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { log } from "#lib/log.ts";
import { toProblems } from "#lib/parse-input.ts";
import type { Operator } from "./operated.ts";
import type { Member } from "./require-member.ts";
import type { Person } from "./require-person.ts";

export interface HonoEnv {
  Bindings: Env;
  Variables: {
    /** Set by `permitted`. */
    member: Member;
    /** Set by `signedIn`. */
    person: Person;
    /** Set by `operated`. */
    operator: Operator;
    /** Set by `limitSession`. */
    signedInAs: string | null;
  };
}

/** Every part of the API is made by this, so that every refusal leaves as the same receipt. */
export function createApi() {
  return new OpenAPIHono<HonoEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new AppError("invalid_request", toProblems(result.error));
    },
  });
}

/** Also of what is there for others only. */
export function toNothingHere(): AppError {
  return new AppError("not_found", "There is nothing at this address. The API is described at /docs.");
}

const byStatus: Record<number, ErrorCode> = {
  400: "invalid_request",
  413: "body_too_large",
  415: "unsupported_media_type",
};

export function handleError(thrown: unknown, env: Env): Response {
  const error = toRefusal(thrown);
  // What an organization's object refused, it has logged itself.
  if (!(error instanceof AppError)) log.error("http.failed", error);
  return toErrorResponse(toAppError(error), getConfig(env).apiUrl);
}

/** What Hono refused by itself, before any route of ours: a body that it cannot read. */
function toRefusal(thrown: unknown): unknown {
  if (!(thrown instanceof HTTPException)) return thrown;
  const code = byStatus[thrown.status];
  if (code === undefined) return thrown;
  return new AppError(code, code === "invalid_request" ? "The body is not valid JSON." : undefined);
}
