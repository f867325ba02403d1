import type { Context } from "../core/context.ts";
import type { MeterEventRecord } from "../core/records.ts";
import { settingsOf } from "../faults/settings.ts";

/** Whether an event is counted yet: it is taken in at once, and counted a little later. A clock that is moved for a test carries it along. */
export function isCounted(
  ctx: Context,
  { canceled, created, received, customer }: MeterEventRecord,
): boolean {
  if (canceled || !customer) return false;
  const lag = settingsOf(ctx.db).meter_lag_seconds;
  return ctx.wall() >= received + lag || ctx.now(customer) >= created + lag;
}
