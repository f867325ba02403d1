import { APIError, createAuthMiddleware } from "better-auth/api";
import { z } from "zod";
import { CONTROL, MAX_NAME, Name } from "#lib/name.ts";
import { toProblems } from "#lib/parse-input.ts";

const MAX_PICTURE_BYTES = 64 * 1024;

/** A name from elsewhere, made to fit rather than refused. */
export function toUserName(name = ""): string {
  const fitting = name.replaceAll(new RegExp(CONTROL, "gu"), "").trim().slice(0, MAX_NAME).trim();
  return Name.safeParse(fitting).success ? fitting : "Somebody";
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

const MAX_EMAIL = 254;
const Email = z.string().max(MAX_EMAIL);

const Fields = z.object({ name: Name.optional(), image: Avatar.nullish() });
const NewUser = Fields.extend({ email: Email.optional(), organizationName: Name.optional() });
const Update = Fields.extend({ organizationName: z.undefined("belongs to signing up").optional() });
const Addresses = z.object({ email: Email.optional(), newEmail: Email.optional() });

const forms: Record<string, z.ZodType<object>> = {
  "/sign-up/email": NewUser,
  "/update-user": Update,
  "/sign-in/email": Addresses,
  "/sign-in/magic-link": Addresses,
  "/request-password-reset": Addresses,
  "/send-verification-email": Addresses,
  "/change-email": Addresses,
};

/** Before better-auth looks who exists, so that a refusal does not tell. */
export const checkUserFields = createAuthMiddleware(async ({ path, body }) => {
  const form = forms[path];
  if (form === undefined) return;
  const fields = form.safeParse(body);
  if (fields.success) return { context: { body: fields.data } };
  throw new APIError("BAD_REQUEST", { code: "INVALID_REQUEST", message: toProblems(fields.error) });
});
