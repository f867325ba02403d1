import { accessErrors } from "./error-catalogue/access-errors.ts";
import { requestErrors } from "./error-catalogue/request-errors.ts";

export type { WhoCanFix } from "./error-catalogue/error-entry.ts";

/** The closed list of what Latchkey can refuse. Each code has a page under docs/errors/, made from its entry. */
export const errorCatalogue = { ...accessErrors, ...requestErrors };

export type ErrorCode = keyof typeof errorCatalogue;

/** Safe because the catalogue is closed: its keys are the codes, and there are some. */
export function listErrorCodes(): [ErrorCode, ...ErrorCode[]] {
  return Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]];
}
