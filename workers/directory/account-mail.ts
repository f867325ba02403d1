import type { Email, EmailContent } from "#notifications/email.ts";
import { addressChange } from "#notifications/templates/address-change.ts";
import { confirmAddress } from "#notifications/templates/confirm-address.ts";
import { existingAccount } from "#notifications/templates/existing-account.ts";
import { magicLink } from "#notifications/templates/magic-link.ts";
import { resetPassword } from "#notifications/templates/reset-password.ts";
import { verifyEmail } from "#notifications/templates/verify-email.ts";
import { readAddressChange } from "./address-change.ts";
import { isVerified } from "./is-verified.ts";

interface AccountMailOptions {
  db: D1Database;
  dashboardUrl: string;
  sendEmail(key: string, email: Email): Promise<void>;
}

interface Addressed {
  user: { name: string; email: string };
  url: string;
  token: string;
}

/** What people are written about their own account. */
export function createAccountMail({ db, dashboardUrl, sendEmail }: AccountMailOptions) {
  const write = (to: string, content: EmailContent) => sendEmail(crypto.randomUUID(), { to, ...content });
  const signInUrl = `${dashboardUrl}/sign-in`;
  return {
    confirm: ({ user: { name, email }, url, token }: Addressed) =>
      write(
        email,
        readAddressChange(token) === null ? verifyEmail({ name, url }) : confirmAddress({ name, url }),
      ),

    resetPassword: ({ user: { name, email }, url }: Addressed) => write(email, resetPassword({ name, url })),

    noteExistingAccount: ({ user: { name, email } }: Pick<Addressed, "user">) =>
      write(email, existingAccount({ name, url: signInUrl })),

    noteAddressChange: ({ name, email }: Addressed["user"], newAddress: string) =>
      write(email, addressChange({ name, newAddress, url: signInUrl })),

    // On an address nobody has confirmed, a link would drop the password of whoever chose it.
    magicLink: async ({ email, url }: { email: string; url: string }) => {
      if (await isVerified(db, email)) await write(email, magicLink({ url }));
    },
  };
}
