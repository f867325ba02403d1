import { listDriftsOf } from "#billing/drifts/list-drifts-of.ts";
import { findOpenInvoice } from "#billing/invoices/find-open-invoice.ts";
import { listHistory } from "#billing/overview/list-history.ts";
import { listLimits } from "#billing/overview/list-limits.ts";
import { forOrganization } from "#directory/directory.ts";
import { findOwner } from "#directory/operator/find-owner.ts";
import { findListedOrganization } from "#directory/operator/list-all-organizations.ts";
import { listMails } from "#directory/operator/list-mails.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { unlessEmpty } from "./unless-empty.ts";

const NEWEST = 20;

interface Asking {
  env: Env;
  now: number;
  by: By;
}

/** What the operator may know of one organization: no secret of it, and nothing that was said in a call. */
export async function getOneOrganization({ env, now, by }: Asking, organization: string) {
  const listed = await getListed({ env, now }, organization);
  const ctx = { env, now, by, id: listed.id };
  const [owner, held, openInvoice, { changes }, drifts, failedMails] = await Promise.all([
    findOwner(forOrganization(env.DB, listed.id)),
    unlessEmpty(listLimits(ctx), null),
    findOpenInvoice(ctx),
    listHistory(ctx, { limit: NEWEST }),
    listDriftsOf(ctx, { limit: NEWEST }),
    listMails(env.DB, { state: "failed", organization: listed.id, limit: NEWEST }),
  ]);
  const limits = held?.limits ?? [];
  return { ...listed, owner, limits, openInvoice, history: changes, drifts, failedMails };
}

export async function getListed({ env, now }: Pick<Asking, "env" | "now">, organization: string) {
  const id = OrgId.safeParse(organization).data;
  const listed = id === undefined ? null : await findListedOrganization(env.DB, now, id);
  if (listed === null) throw new AppError("not_found", "There is no organization with this id.");
  return listed;
}
