import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { readSentMail, type SentMail, sendMail, toMailPage } from "#auth/sent-mail.server.ts";
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
      const mail = await readSentMail(args.request);
      await sendMail(args, mail);
      return redirectWithToast(toMailPage(mail.to), "Sent again.");
    },
  });
}

/** None of them tells whether the address has an account here. */
const texts: Record<SentMail["kind"], { link: string; restart: string }> = {
  verify: {
    link: "Open the link in it to confirm that the address is yours. It works for an hour. If you have an account already, the message says so instead.",
    restart: "/sign-up",
  },
  link: { link: "The link in it signs you in. It works once, for five minutes.", restart: "/sign-in" },
  password: {
    link: "With the link in it you choose a new password. It works once, for an hour.",
    restart: "/forgot-password",
  },
};

export default function CheckYourMailPage() {
  const { email, kind, to } = useLoaderData<typeof loader>();
  const { link, restart } = texts[kind];
  const address = <strong className="font-semibold">{email}</strong>;
  return (
    <AuthPage
      title="Check your mail"
      footer={
        <p>
          Is the address wrong?{" "}
          <Link to={`${restart}?${new URLSearchParams({ to })}`} className={textLink}>
            Start again
          </Link>
        </p>
      }
    >
      <p className="text-sm/6 wrap-anywhere">
        {kind === "verify" ? (
          <>A message is on its way to {address}.</>
        ) : (
          <>If {address} has an account here, a message is on its way.</>
        )}
      </p>
      <p className="mt-2 text-sm/6 text-muted">{link}</p>
      <p className="mt-4 mb-5 text-sm/6 text-muted">Nothing there after a minute? Look among the spam.</p>
      <ActionForm intent="resend" className="grid">
        <SubmitButton variant="secondary" busy="Sending…">
          Send it again
        </SubmitButton>
      </ActionForm>
    </AuthPage>
  );
}
