import type { Context } from "../core/context.ts";
import type { PaymentMethod } from "../core/objects.ts";
import { behaviourOf } from "./behaviour-of.ts";

/** Whether the bank wants to hear from the card's owner first. */
export function needsAuthentication(
  ctx: Context,
  method: PaymentMethod,
  { authenticated = false }: { authenticated?: boolean },
): boolean {
  if (authenticated) return false;
  const behaviour = behaviourOf(ctx, method);
  if (behaviour === "authenticate") return !ctx.db.paymentMethodRecords.get(method.id).authenticated;
  return behaviour === "authenticate_always" || behaviour === "authenticate_then_decline";
}
