import type { TaskHandler } from "../core/run-due-tasks.ts";
import { toVerdict } from "./tax-id-rules.ts";

/** What the tax office answers, some seconds after it was asked. */
export const verifyTaxId: TaskHandler = (ctx, id) => {
  const before = ctx.db.taxIds.find(id);
  const status = before && toVerdict(before);
  if (!before || !status || status === "pending") return;
  const found = status === "verified" ? "verified" : null;
  const verification = { status, verified_address: found, verified_name: found };
  const taxId = ctx.db.taxIds.change(id, { verification });
  ctx.emit("customer.tax_id.updated", taxId, { before, customer: taxId.customer });
};
