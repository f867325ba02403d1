import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { AuthPage } from "#auth/auth-page.tsx";
import { askAuth } from "#auth.server.ts";
import { LinkButton } from "#components/button.tsx";
import { ActionForm, SubmitButton, useFailure } from "#components/form.tsx";
import { PasswordField } from "#components/password-field.tsx";
import { getTyped, handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "New password · Latchkey" }];

export const loader = ({ request }: LoaderFunctionArgs) => ({ hasToken: readToken(request) !== "" });

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    "new-password": async (form) => {
      const body = { newPassword: getTyped(form, "password"), token: readToken(args.request) };
      const { headers } = await askAuth(args, "/reset-password", body);
      return redirectWithToast("/sign-in", "Your new password is set. Sign in with it.", headers);
    },
  });
}

function readToken({ url }: Request): string {
  return new URL(url).searchParams.get("token") ?? "";
}

export default function NewPasswordPage() {
  const { hasToken } = useLoaderData<typeof loader>();
  const isOver = useFailure("new-password")?.receipt.code === "invalid_token";
  if (!hasToken || isOver) {
    return (
      <AuthPage title="This link is over">
        <p className="mb-5 text-sm/6">It works once, for an hour. Have another one sent to your address.</p>
        <div className="grid">
          <LinkButton to="/forgot-password" variant="primary">
            Send a new link
          </LinkButton>
        </div>
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title="Choose a new password"
      description="All browsers that are signed in to your account are signed out."
    >
      <ActionForm intent="new-password">
        <div className="grid gap-5">
          <PasswordField
            label="New password"
            autoComplete="new-password"
            hint="At least 10 characters."
            autoFocus
          />
          <SubmitButton busy="Saving…">Set the password</SubmitButton>
        </div>
      </ActionForm>
    </AuthPage>
  );
}
