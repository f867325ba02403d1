import { createHash } from "node:crypto";
import { z } from "zod";

/** Somebody with an account at a provider, as the form on the consent page says. */
export const Person = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().default(""),
  picture: z.string().default(""),
  /** A ticked box. */
  verified: z.literal("yes").optional(),
});
export type Person = z.infer<typeof Person>;

export const people: Person[] = [
  { email: "ada@example.com", name: "Ada Lovelace", picture: "", verified: "yes" },
  { email: "unconfirmed@example.com", name: "Una Confirmed", picture: "", verified: undefined },
];

/** The same address is the same account, whenever it comes back. */
export function toAccountNumber({ email }: Person): number {
  return createHash("sha256").update(email).digest().readUInt32BE(0) + 1;
}
