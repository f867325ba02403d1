import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { Email, EmailContent } from "#notifications/email.ts";
import { addressChange } from "#notifications/templates/address-change.ts";
import { confirmAddress } from "#notifications/templates/confirm-address.ts";
import { existingAccount } from "#notifications/templates/existing-account.ts";
import { magicLink } from "#notifications/templates/magic-link.ts";
import { resetPassword } from "#notifications/templates/reset-password.ts";
import { verifyEmail } from "#notifications/templates/verify-email.ts";
import { wayIn } from "#notifications/templates/way-in.ts";
import { readAddressChange } from "./address-change.ts";
import { isWithinRate } from "./consume-rate.ts";
import { isVerified } from "./is-verified.ts";
import { keepToken } from "./kept-tokens.ts";
import type { SignInAction } from "./record-sign-in.ts";
import { users } from "./schema/index.ts";

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

/** To one address, of each kind of message that anybody can ask for. */
const RATE = { requests: 5, seconds: 3_600 };

/** What people are written about their own account. */
export function createAccountMail({ db, dashboardUrl, sendEmail }: AccountMailOptions) {
  const write = (to: string, content: EmailContent) => sendEmail(crypto.randomUUID(), { to, ...content });
  const signInUrl = `${dashboardUrl}/sign-in`;

  /** The answer is the same whether it goes out or not. */
  async function writeIfAsked(kind: string, to: string, content: EmailContent): Promise<void> {
    const recipient = createHash("sha256").update(to.toLowerCase()).digest("base64url");
    if (await isWithinRate(db, `mail/${kind}/${recipient}`, RATE, Date.now())) await write(to, content);
  }

  return {
    confirm: async ({ user: { name, email }, url, token }: Addressed) => {
      const change = readAddressChange(token);
      if (change === null) return writeIfAsked("verify", email, verifyEmail({ name, url }));
      await keepToken(db, "change-email", token, change.userId);
      await writeIfAsked("confirm", email, confirmAddress({ name, url }));
    },

    resetPassword: ({ user: { name, email }, url }: Addressed) =>
      writeIfAsked("reset", email, resetPassword({ name, url })),

    noteExistingAccount: ({ user: { name, email } }: Pick<Addressed, "user">) =>
      writeIfAsked("existing", email, existingAccount({ name, url: signInUrl })),

    noteAddressChange: ({ name, email }: Addressed["user"], newAddress: string, url: string) =>
      write(email, addressChange({ name, newAddress, url })),

    // On an address nobody has confirmed, a link would drop the password of whoever chose it.
    magicLink: async ({ email, url }: { email: string; url: string }) => {
      if (await isVerified(db, email)) await writeIfAsked("magic-link", email, magicLink({ url }));
    },

    /** When there is a way in that was not there before. */
    noteWayIn: async (userId: string, action: SignInAction) => {
      if (action !== "account/link_provider" && action !== "account/disable_second_factor") return;
      const user = await drizzle(db).select().from(users).where(eq(users.id, userId)).get();
      if (user === undefined) return;
      await write(user.email, wayIn({ name: user.name, change: action, url: signInUrl }));
    },
  };
}
