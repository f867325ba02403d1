import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { getListed } from "./get-one-organization.ts";

/** What a suspension would stop, and what it would not. */
export async function previewSuspension(asking: { env: Env; now: number }, organization: string) {
  const { id, name, members, mrr, state, suspendedAt } = await getListed(asking, organization);
  if (state !== "active")
    throw new AppError("conflict", `The organization is ${state}: its keys are closed.`);
  const { activeKeys, jobs } = throwReceipt(await getOrganization(asking.env, id).getRollup());
  const billing =
    mrr === 0
      ? "There is nothing that Stripe bills it for each month."
      : "Stripe goes on billing its subscription; owners can cancel it meanwhile.";
  return {
    organization: { id, name, suspendedAt },
    keys: activeKeys,
    members,
    jobs,
    mrr,
    effects: [
      `${count(activeKeys, "API key")} will be refused from the next call on.`,
      `${count(members, "member")} can read and export in the dashboard, and change nothing.`,
      `${count(jobs, "job")} under way will stop before the next step, and not go on later.`,
      billing,
      "Each owner gets an e-mail with your reason.",
    ],
  };
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
