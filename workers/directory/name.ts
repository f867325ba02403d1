import { z } from "zod";

export const MAX_NAME = 100;

/** Also the marks that turn the direction of text around, with which a name could rewrite the sentence it stands in. */
export const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** What people call themselves, and their organization. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME)
  .refine((name) => !CONTROL.test(name), "must not contain control characters");
