import { toResponse } from "#api.server.ts";
import type { Format } from "#format.ts";
import { getText } from "#forms.server.ts";
import { findPaidPlan, toInterval } from "./find-preview.server.ts";
import { reasons } from "./reasons.ts";

/** Plan and interval as the form names them. */
export function toChoice(form: FormData) {
  const plan = findPaidPlan(getText(form, "id"));
  if (plan === undefined) {
    const message = "There is no such plan to be bought.";
    throw toResponse({ code: "not_found", message, whoCanFix: "you", url: null }, 404);
  }
  return { plan, interval: toInterval(getText(form, "interval")) } as const;
}

/** With what the preview said, so that nothing else is charged. */
export function toChange(form: FormData) {
  const amount = getText(form, "amount");
  const prorationDate = getText(form, "prorationDate");
  return {
    ...toChoice(form),
    ...(amount !== "" && { amount: Number(amount) }),
    ...(prorationDate !== "" && { prorationDate: Number(prorationDate) }),
  };
}

export function toCancellation(form: FormData) {
  const reason = reasons.find(([name]) => name === getText(form, "reason"))?.[0];
  const feedback = getText(form, "feedback");
  const when = getText(form, "when") === "now" ? ("now" as const) : ("period_end" as const);
  return { when, reason, feedback: feedback === "" ? undefined : feedback };
}

interface Changed {
  effective: "now" | "period_end";
  effectiveAt: number;
  amount: number;
}

/** What a change has come to. */
export function changeWords({ effective, effectiveAt, amount }: Changed, { date, money }: Format): string {
  if (effective === "period_end") return `The plan changes on ${date(effectiveAt)}. Nothing is charged now.`;
  if (amount > 0) return `The plan is changed. ${money(amount)} were charged.`;
  if (amount < 0) return `The plan is changed. ${money(-amount)} are kept for the next invoices.`;
  return "The plan is changed. Nothing was charged.";
}
