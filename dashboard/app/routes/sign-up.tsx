import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { Agreement } from "#auth/agreement.tsx";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { findSession } from "#auth/find-session.server.ts";
import { ProviderButtons } from "#auth/provider-buttons.tsx";
import { isInvitation, readReturnPath, useKeepReturn } from "#auth/return-path.ts";
import { redirectToMail, toVerifyUrl } from "#auth/sent-mail.server.ts";
import { SignUpForm } from "#auth/sign-up-form.tsx";
import { askAuth } from "#auth.server.ts";
import { getText, getTyped, handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign up · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const to = readReturnPath(args.request);
  const [session, { providers }] = await Promise.all([
    findSession(args),
    read(openApi(args)["sign-in-options"].$get()),
  ]);
  if (session !== null) throw redirect(to);
  return { providers, isInvited: isInvitation(to) };
}

export function action(args: ActionFunctionArgs) {
  const to = readReturnPath(args.request);
  return handleForm(args.request, {
    "sign-up": async (form) => {
      const email = getText(form, "email");
      const { headers } = await askAuth(args, "/sign-up/email", {
        email,
        name: getText(form, "name"),
        password: getTyped(form, "password"),
        organizationName: getText(form, "organizationName") || undefined,
        callbackURL: toVerifyUrl(args, to),
      });
      return redirectToMail(args, { kind: "verify", email, to }, headers);
    },
  });
}

export default function SignUpPage() {
  const { isInvited, providers } = useLoaderData<typeof loader>();
  const keepReturn = useKeepReturn();
  return (
    <AuthPage
      title={isInvited ? "Sign up to accept the invitation" : "Sign up for Latchkey"}
      description={
        isInvited
          ? "Use the address that the invitation was sent to."
          : "Connect Hostaway, and run it from your assistant. No card is needed to try."
      }
      footer={
        <>
          <p>
            You have an account?{" "}
            <Link to={keepReturn("/sign-in")} className={textLink}>
              Sign in
            </Link>
          </p>
          <Agreement />
        </>
      }
    >
      <ProviderButtons providers={providers} />
      <SignUpForm isInvited={isInvited} />
    </AuthPage>
  );
}
