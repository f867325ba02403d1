import { randomBytes } from "node:crypto";
import { z } from "zod";

const MAX_SLUG = 60;

/** Words that an address of ours begins with, or that would pass for us. */
const reserved: ReadonlySet<string> = new Set([
  ..."about accept-invitation account accounts activity admin api app assets assistants".split(" "),
  ..."auth authorize billing blog check-your-mail clients connect connections contact dashboard".split(" "),
  ..."demo docs forgot-password health help home invitations invite keys latchkey legal".split(" "),
  ..."login logout mail mcp me members new new-password null oauth onboarding operator".split(" "),
  ..."organization organizations plans pricing privacy public root security settings".split(" "),
  ..."sign-in sign-out sign-up signin signup start static status support system team terms".split(" "),
  ..."undefined usage user users verify webhooks welcome well-known www".split(" "),
]);

/** An organization's name in addresses. */
export const Slug = z
  .string()
  .min(3)
  .max(MAX_SLUG)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "must be lower-case letters and digits, with single hyphens between them",
  )
  .refine((slug) => !reserved.has(slug), "is reserved");

/** Readable, and unique by its end. */
export function toSlug(name: string): string {
  const letters = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const end = randomBytes(4).toString("hex");
  const words = (letters.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, MAX_SLUG - end.length - 1);
  return [...words.split("-").filter(Boolean), end].join("-");
}
