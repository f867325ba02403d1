import { toId } from "../core/ids.ts";

/** The same for the same number, in whatever payment method. */
export const toFingerprint = (number: string) => toId("", number, 1, 16);
