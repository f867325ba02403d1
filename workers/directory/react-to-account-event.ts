import { log } from "#lib/log.ts";
import type { createAccountMail } from "./account-mail.ts";
import type { AuthOptions } from "./auth-options.ts";
import type { SignInAction, SignInEvent } from "./record-sign-in.ts";
import { revokeIssued } from "./revoke-issued.ts";

/** After these nothing works any more that was given out before. */
const revoking: SignInAction[] = [
  "account/change_password",
  "account/reset_password",
  "account/change_email",
  "account/enable_second_factor",
  "account/disable_second_factor",
  "account/renew_backup_codes",
  "account/unlink_provider",
  "account/revoke_sessions",
];

/** What follows from what a person did to get in, or changed about getting in. */
export function reactToAccountEvent(
  { db, defer, recordSignIn }: AuthOptions,
  mail: ReturnType<typeof createAccountMail>,
) {
  return async (event: SignInEvent): Promise<void> => {
    const { userId, action } = event;
    if (revoking.includes(action)) await revokeIssued(db, userId);
    defer(attempt(action, () => recordSignIn(event)));
    defer(attempt(action, () => mail.noteWayIn(userId, action)));
  };
}

/** A row or a notice that cannot be written must not keep anybody out, nor waiting. */
async function attempt(action: SignInAction, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error("account_event.not_told", error, { action });
  }
}
