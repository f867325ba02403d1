// The small zod: this one goes to the browser.
import { z } from "zod/mini";

/** What the API refuses with, the same everywhere in Latchkey. */
export const Receipt = z.object({
  code: z.string(),
  message: z.string(),
  limit: z.optional(z.number()),
  used: z.optional(z.number()),
  resetsAt: z.optional(z.string()),
  whoCanFix: z.enum(["you", "owner", "operator", "upstream", "time"]),
  url: z.nullable(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

/** The dashboard's own refusal, when there is no answer to relay. */
export const unreachable: Receipt = {
  code: "api_unreachable",
  message:
    "The API does not answer. Try again in a moment; if you sent something, look first whether it was done.",
  whoCanFix: "time",
  url: null,
};

export interface Problem {
  /** The field's path, `credential.secretKey` say; empty where the whole form is meant. */
  field: string;
  message: string;
}

/** The API names each wrong field as `field: what is wrong`, with semicolons between. */
export function listProblems(
  { code, message }: Receipt,
  fieldByCode: Record<string, string> = {},
): Problem[] {
  if (code !== "invalid_request") return [{ field: fieldByCode[code] ?? "", message }];
  return message.split("; ").map((part) => {
    const [, field = "", rest = part] = /^([\w.]+): (.*)$/s.exec(part) ?? [];
    return { field, message: rest };
  });
}
