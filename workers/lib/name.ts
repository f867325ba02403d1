import { z } from "zod";

export const MAX_NAME = 100;

/** Also the marks that turn the direction of text around, with which a name could rewrite the sentence it stands in. */
export const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Letters by their class, too, can be blank: the fillers of Hangul and the empty pattern of Braille. */
const VISIBLE = /[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** What people call themselves and what they make. */
export const Name = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, { abort: true })
  .max(MAX_NAME)
  .refine((name) => !CONTROL.test(name), "must not contain control characters")
  .refine((name) => VISIBLE.test(name), "must have something to see in it");
