import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";

export function assertDraft({ status }: Invoice): void {
  if (status !== "draft")
    throw invalidRequest("This invoice is no longer editable: it is not a draft.", {
      code: "invoice_not_editable",
    });
}

export function assertOpen(status: Invoice["status"]): void {
  if (status !== "open") throw invalidRequest("You can only pass in open invoices. This invoice isn't open.");
}

/** What was given up may still be voided. */
export function assertUnpaid(status: Invoice["status"]): void {
  if (status !== "uncollectible") assertOpen(status);
}
