import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { type Args, isRefusal } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { getCode, getText, getTyped } from "#forms.server.ts";
import { redirectToMail, sendMail } from "./sent-mail.server.ts";

const Demand = z.object({ twoFactorRedirect: z.literal(true) });

export async function signInWithPassword(args: Args, form: FormData, to: string): Promise<Response> {
  const email = getText(form, "email");
  try {
    const { body, headers } = await askAuth(args, "/sign-in/email", {
      email,
      password: getTyped(form, "password"),
    });
    const isCodeWanted = Demand.safeParse(body).success;
    return redirect(isCodeWanted ? `/sign-in?${new URLSearchParams({ step: "code", to })}` : to, { headers });
  } catch (thrown) {
    if (!isRefusal(thrown, "email_not_verified")) throw thrown;
    // The password was right, so whoever typed it may know that the address waits.
    const mail = { kind: "verify", email, to } as const;
    await sendMail(args, mail);
    return redirectToMail(args, mail);
  }
}

export async function signInWithCode(args: Args, path: string, form: FormData, to: string) {
  const { headers } = await askAuth(args, path, { code: getCode(form), trustDevice: form.has("trust") });
  return redirect(to, { headers });
}
