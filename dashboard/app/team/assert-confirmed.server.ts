import { toResponse } from "#api.server.ts";
import { getText } from "#forms.server.ts";

/** Before what cannot be undone alone: the name that was to be typed. */
export function assertConfirmed(form: FormData, expected: string): void {
  if (getText(form, "confirmation") === expected) return;
  const message = `confirmation: must be ${expected}.`;
  throw toResponse({ code: "invalid_request", message, whoCanFix: "you", url: null }, 400);
}
