import { createCookie, redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import type { Args } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { readReturnPath } from "./return-path.ts";

const KeptMail = z.object({ kind: z.enum(["verify", "link", "password"]), email: z.string() });
export interface SentMail extends z.infer<typeof KeptMail> {
  /** Where its reader was going. */
  to: string;
}

const cookie = createCookie("sent-mail", { httpOnly: true, maxAge: 3_600, path: "/", sameSite: "lax" });

/** Has a message sent that anybody may ask for; the answer is the same whether it goes out or not. */
export async function sendMail(args: Args, { kind, email, to }: SentMail): Promise<void> {
  const { origin } = new URL(args.request.url);
  const signIn = `${origin}/sign-in?${new URLSearchParams({ to })}`;
  if (kind === "verify") {
    await askAuth(args, "/send-verification-email", { email, callbackURL: toVerifyUrl(args, to) });
  } else if (kind === "link") {
    const body = { email, callbackURL: origin + to, errorCallbackURL: signIn };
    await askAuth(args, "/sign-in/magic-link", body);
  } else {
    await askAuth(args, "/request-password-reset", { email, redirectTo: `${origin}/new-password` });
  }
}

/** Where the link goes that confirms an address. */
export function toVerifyUrl({ request }: Args, to: string): string {
  return `${new URL(request.url).origin}/verify?${new URLSearchParams({ to })}`;
}

/**
 * To the page that says what was sent to whom. The address goes there in a cookie: in no URL, and in no history. Where its
 * reader was going may be longer than a cookie can be.
 */
export async function redirectToMail(
  { request }: Args,
  { email, kind, to }: SentMail,
  headers = new Headers(),
) {
  const secure = new URL(request.url).protocol === "https:";
  headers.append("Set-Cookie", await cookie.serialize({ kind, email }, { secure }));
  return redirect(toMailPage(to), { headers });
}

export const toMailPage = (to: string) =>
  to === "/" ? "/check-your-mail" : `/check-your-mail?${new URLSearchParams({ to })}`;

export async function readSentMail(request: Request): Promise<SentMail> {
  const mail = KeptMail.safeParse(await cookie.parse(request.headers.get("cookie"))).data;
  const to = readReturnPath(request);
  if (mail === undefined) throw redirect("/sign-in");
  return { ...mail, to };
}
