import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { shownLines } from "./amounts.ts";

/** A preview as it is answered: the lines that it does not show are listed under its id. */
export function cutPreview(ctx: Context, preview: Invoice): Invoice {
  const { id, lines } = preview;
  if (lines.data.length <= shownLines) return preview;
  // The rehearsal has given its number back, and the next preview must not have the same.
  ctx.db.newId("in_");
  ctx.db.previewRecords.put({ id, lines: lines.data });
  return { ...preview, lines: { ...lines, data: lines.data.slice(0, shownLines), has_more: true } };
}
