import { type DenyReceipt, type ErrorCode, errorCatalogue, type WhoCanFix } from "#errors.ts";

/** What the doctor found, in words. Where all is well there is nothing to fix. */
export interface Verdict {
  title: string;
  message: string;
  whoCanFix: WhoCanFix | null;
  code: ErrorCode | null;
}

/** `whoCanFix` left out: whoever the code says. */
export function toVerdict(
  code: ErrorCode,
  message: string,
  whoCanFix: DenyReceipt["whoCanFix"] = errorCatalogue[code].whoCanFix,
): Verdict {
  return { title: errorCatalogue[code].title, message, whoCanFix, code };
}
