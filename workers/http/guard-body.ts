import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { AppError } from "#errors.ts";
import type { HonoEnv } from "./hono.ts";
import { isJson, MAX_BODY_BYTES, toTooLarge } from "./read-body.ts";

const AUTH = "/api/v1/auth/";
const MAX_AUTH_BYTES = 16 * 1024;
/** A picture of 64 KB, written as text. */
const MAX_PICTURE_BYTES = 256 * 1024;
const withPicture = [`${AUTH}sign-up/email`, `${AUTH}update-user`];

/** Every body is JSON, so that no guard which reads it is passed by with another form; and no larger than it has to be. */
export const guardBody = createMiddleware<HonoEnv>(async (c, next) => {
  if (c.req.raw.body === null || c.req.header("content-length") === "0") return next();
  if (!isJson(c.req.raw.headers)) throw new AppError("unsupported_media_type");
  const maxSize = toLimit(c.req.path);
  const onError = () => {
    throw toTooLarge(maxSize);
  };
  return bodyLimit({ maxSize, onError })(c, next);
});

function toLimit(path: string): number {
  if (!path.startsWith(AUTH)) return MAX_BODY_BYTES;
  return withPicture.includes(path) ? MAX_PICTURE_BYTES : MAX_AUTH_BYTES;
}
