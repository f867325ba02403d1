import { type Args, read, requireOrganization } from "#api.server.ts";
import { attempt } from "./attempt.server.ts";

const paidPlans = ["starter", "pro", "enterprise"] as const;

export const toInterval = (text: string | null) => (text === "year" ? "year" : "month");

export const findPaidPlan = (text: string | null) => paidPlans.find((plan) => plan === text);

/** What the change would cost that the address asks about; null where it asks about none. */
export async function findPreview(args: Args) {
  const { searchParams } = new URL(args.request.url);
  const plan = findPaidPlan(searchParams.get("plan"));
  if (searchParams.get("dialog") !== "change" || plan === undefined) return null;
  const { api, param } = requireOrganization(args);
  const interval = toInterval(searchParams.get("interval"));
  const asked = read(api.billing.change.preview.$post({ param, json: { plan, interval } }));
  return { plan, interval, ...(await attempt(asked)) };
}
