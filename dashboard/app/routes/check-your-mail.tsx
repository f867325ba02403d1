import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { useKeepReturn } from "#auth/return-path.ts";
import { readSentMail, type SentMail, sendMail } from "#auth/sent-mail.server.ts";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Check your mail · Latchkey" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return readSentMail(request);
}

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    resend: async () => {
      await sendMail(args, await readSentMail(args.request));
      return redirectWithToast("/check-your-mail", "Sent again.");
    },
  });
}

/** None of them tells whether the address has an account here. */
const texts: Record<SentMail["kind"], string> = {
  verify:
    "Open the link in it to confirm that the address is yours. It works for an hour. If you have an account already, the message says so instead.",
  link: "If the address has an account here, the message has a link that signs you in. It works once, for five minutes.",
  password:
    "If the address has an account here, the message has a link to choose a new password. It works once, for an hour.",
};

export default function CheckYourMailPage() {
  const { email, kind } = useLoaderData<typeof loader>();
  const keepReturn = useKeepReturn();
  return (
    <AuthPage
      title="Check your mail"
      footer={
        <p>
          Is the address wrong?{" "}
          <Link to={keepReturn(kind === "verify" ? "/sign-up" : "/sign-in")} className={textLink}>
            Start again
          </Link>
        </p>
      }
    >
      <p className="text-sm/6 wrap-anywhere">
        A message is on its way to <strong className="font-semibold">{email}</strong>.
      </p>
      <p className="mt-2 text-sm/6 text-muted">{texts[kind]}</p>
      <p className="mt-4 mb-5 text-sm/6 text-muted">Nothing there after a minute? Look among the spam.</p>
      <ActionForm intent="resend" className="grid">
        <SubmitButton variant="secondary" busy="Sending…">
          Send it again
        </SubmitButton>
      </ActionForm>
    </AuthPage>
  );
}
