import { APIError, createAuthMiddleware } from "better-auth/api";
import { z } from "zod";
import { CONTROL, MAX_NAME, Name } from "./name.ts";

const MAX_PICTURE_BYTES = 64 * 1024;

/** A name from elsewhere, made to fit rather than refused. */
export function toUserName(name = ""): string {
  const fitting = name.replaceAll(new RegExp(CONTROL, "gu"), "").trim().slice(0, MAX_NAME).trim();
  return fitting || "Somebody";
}

/** How each kind of file begins, in hexadecimal. */
const signatures: Record<string, RegExp> = {
  png: /^89504e470d0a1a0a/,
  jpeg: /^ffd8ff/,
  webp: /^52494646.{8}57454250/,
};

const AVATAR_RULE =
  "must be an https address of up to 2,000 characters, or a PNG, JPEG or WebP of up to 64 KB as a data: URL";

/** An address of a picture, or a small picture itself. SVG is neither: it may carry script. */
export const Avatar = z
  .string()
  .max(MAX_PICTURE_BYTES * 2, { abort: true, message: AVATAR_RULE })
  .refine((image) => isAddress(image) || isPicture(image), AVATAR_RULE);

function isAddress(image: string): boolean {
  return image.length <= 2_000 && URL.canParse(image) && new URL(image).protocol === "https:";
}

function isPicture(image: string): boolean {
  const [, type = "", content = ""] =
    /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(image) ?? [];
  const bytes = Buffer.from(content, "base64");
  return (
    bytes.length <= MAX_PICTURE_BYTES &&
    signatures[type]?.test(bytes.subarray(0, 12).toString("hex")) === true
  );
}

const Fields = z.object({ name: Name.optional(), image: Avatar.nullish() });

/** Before better-auth looks who exists, so that a refusal does not tell. */
export const checkUserFields = createAuthMiddleware(async ({ path, body }) => {
  if (path !== "/sign-up/email" && path !== "/update-user") return;
  const fields = Fields.safeParse(body);
  if (fields.success) return { context: { body: fields.data } };
  const problems = fields.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new APIError("BAD_REQUEST", { code: "INVALID_REQUEST", message: problems.join("; ") });
});
