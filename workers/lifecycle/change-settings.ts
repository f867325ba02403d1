import { forOrganization } from "#directory/directory.ts";
import { updateOrganization } from "#directory/update-organization.ts";
import { AppError } from "#errors.ts";
import { isAllowedFrom } from "#organization/keys/ip-allow-list.ts";
import { type Context, changeOrganization } from "./change-organization.ts";

export interface Settings {
  requireTwoFactor: boolean;
  ipAllowList: string[] | null;
  keyCreation: "administrators" | "members";
}

/** Whoever changes the settings must still get in afterwards. */
export async function changeSettings(
  ctx: Context,
  { hasTwoFactor }: { hasTwoFactor: boolean },
  change: Partial<Settings>,
): Promise<void> {
  const { ipAllowList = null, requireTwoFactor = false } = change;
  if (!isAllowedFrom(ipAllowList, ctx.by.ip)) {
    throw new AppError(
      "invalid_request",
      `ipAllowList: must have your own address, ${ctx.by.ip ?? "which is not known here"}, or you lock yourself out.`,
    );
  }
  if (requireTwoFactor && !hasTwoFactor) {
    throw new AppError("invalid_request", "requireTwoFactor: turn on your own second factor first.");
  }
  await changeOrganization(
    ctx,
    {
      action: "organization/update_settings",
      details: { ...change },
      toPolicy: (policy) => ({ ...policy, ...(change.ipAllowList !== undefined && { ipAllowList }) }),
    },
    () => updateOrganization(forOrganization(ctx.env.DB, ctx.id), change),
  );
}
