import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { CodeForm } from "#auth/code-form.tsx";
import { EmailForm } from "#auth/email-form.tsx";
import { findSession } from "#auth/find-session.server.ts";
import { PasswordForm } from "#auth/password-form.tsx";
import { ProviderButtons } from "#auth/provider-buttons.tsx";
import { readReturnPath, useKeepReturn } from "#auth/return-path.ts";
import { redirectToMail, sendMail } from "#auth/sent-mail.server.ts";
import { signInWithCode, signInWithPassword } from "#auth/sign-in.server.ts";
import { explainSignInError } from "#auth/sign-in-errors.ts";
import { Banner } from "#components/banner.tsx";
import { getText, handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign in · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const hasMessage = ["error", "notice", "step"].some((name) => searchParams.has(name));
  const [session, { providers }] = await Promise.all([
    hasMessage ? null : findSession(args),
    read(openApi(args)["sign-in-options"].$get()),
  ]);
  if (session !== null) throw redirect(readReturnPath(args.request));
  return { providers };
}

export function action(args: ActionFunctionArgs) {
  const to = readReturnPath(args.request);
  return handleForm(args.request, {
    password: (form) => signInWithPassword(args, form, to),
    code: (form) => signInWithCode(args, "/two-factor/verify-totp", form, to),
    backup: (form) => signInWithCode(args, "/two-factor/verify-backup-code", form, to),
    link: async (form) => {
      const mail = { kind: "link", email: getText(form, "email"), to } as const;
      await sendMail(args, mail);
      return redirectToMail(args, mail);
    },
  });
}

export default function SignInPage() {
  const { providers } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const keepReturn = useKeepReturn();
  const error = search.get("error");

  if (search.get("step") === "code") {
    return (
      <AuthPage title="Enter your code" description="Your account is guarded by a second factor.">
        <CodeForm isBackup={search.get("with") === "backup"} />
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title="Sign in to Latchkey"
      footer={
        <p>
          New here?{" "}
          <Link to={keepReturn("/sign-up")} className={textLink}>
            Sign up
          </Link>
        </p>
      }
    >
      {error !== null && (
        <Banner tone="negative" title="That did not work">
          {explainSignInError(error)}
        </Banner>
      )}
      {search.get("notice") === "address-kept" && (
        <Banner tone="positive" title="Your e-mail address stays as it was">
          The change was stopped. If you did not ask for it, sign in and choose a new password.
        </Banner>
      )}
      {search.get("with") === "link" ? (
        <>
          <EmailForm intent="link">E-mail me a link</EmailForm>
          <p className="mt-5 text-sm">
            <Link to={keepReturn("/sign-in")} className={textLink}>
              Use a password or a provider instead
            </Link>
          </p>
        </>
      ) : (
        <>
          <ProviderButtons providers={providers} />
          <PasswordForm />
        </>
      )}
    </AuthPage>
  );
}
