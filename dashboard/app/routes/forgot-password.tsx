import type { ActionFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link } from "@remix-run/react";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { EmailForm } from "#auth/email-form.tsx";
import { redirectToMail, sendMail } from "#auth/sent-mail.server.ts";
import { getText, handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Forgotten password · Latchkey" }];

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    password: async (form) => {
      const mail = { kind: "password", email: getText(form, "email"), to: "/" } as const;
      await sendMail(args, mail);
      return redirectToMail(args, mail);
    },
  });
}

export default function ForgotPasswordPage() {
  return (
    <AuthPage
      title="Forgot your password?"
      description="Say which address you signed up with, and get a link to choose a new password."
      footer={
        <p>
          Remembered it?{" "}
          <Link to="/sign-in" className={textLink}>
            Sign in
          </Link>
        </p>
      }
    >
      <EmailForm intent="password">Send the link</EmailForm>
    </AuthPage>
  );
}
