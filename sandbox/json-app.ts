import { Hono } from "hono";
import type { SandboxBindings } from "./app.ts";

/** A request that the sandbox's own surfaces (not the stand-ins) refuse. */
export class BadRequest extends Error {}

/** An app whose refusals are `{ error }`: 400 for a bad request, 404 for an unknown path. */
export function jsonApp(basePath = "") {
  return new Hono<{ Bindings: SandboxBindings }>()
    .basePath(basePath)
    .onError((error, c) => {
      if (error instanceof BadRequest) return c.json({ error: error.message }, 400);
      throw error;
    })
    .notFound((c) => c.json({ error: `There is no ${c.req.method} ${c.req.path}` }, 404));
}

export const badRequest = (problem: string) => new BadRequest(problem);
