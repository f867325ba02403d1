import { z } from "zod";
import { toCode } from "./authenticator.ts";
import type { Person } from "./person.ts";

const Enabled = z.object({ totpURI: z.string() });

export async function turnOnTwoFactor({ browser, password }: Person): Promise<void> {
  const { body } = await browser.post("/api/v1/auth/two-factor/enable", { password });
  const { status } = await browser.post("/api/v1/auth/two-factor/verify-totp", {
    code: toCode(Enabled.parse(body).totpURI),
  });
  if (status !== 200) throw new Error("The second factor was not turned on.");
}
