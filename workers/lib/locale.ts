import { z } from "zod";

/** A language and region such as `de-AT` (BCP 47), as far as its figures can be written here. */
export const Locale = z.string().max(35).refine(isSupported, "is no language that figures can be written in");

function isSupported(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}
