import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Link } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { AuthPage, textLink } from "#auth/auth-page.tsx";
import { EmailForm } from "#auth/email-form.tsx";
import { readReturnPath, useKeepReturn } from "#auth/return-path.ts";
import { redirectToMail, sendMail } from "#auth/sent-mail.server.ts";
import { getText, handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Confirm your address · Latchkey" }];

/** Where the link leads that confirms an address: on, and new owners to the start of their organization. */
export async function loader(args: LoaderFunctionArgs) {
  if (new URL(args.request.url).searchParams.has("error")) return null;
  const { organizations } = await read(openApi(args).session.$get());
  const to = readReturnPath(args.request);
  const [only, ...others] = organizations;
  if (to !== "/" || only?.role !== "owner" || others.length > 0) return redirect(to);
  return redirect(`/${only.slug ?? only.id}/start`);
}

export function action(args: ActionFunctionArgs) {
  return handleForm(args.request, {
    verify: async (form) => {
      const mail = {
        kind: "verify",
        email: getText(form, "email"),
        to: readReturnPath(args.request),
      } as const;
      await sendMail(args, mail);
      return redirectToMail(args, mail);
    },
  });
}

export default function VerifyPage() {
  const keepReturn = useKeepReturn();
  return (
    <AuthPage
      title="This link is over"
      description="It works for an hour, and only the newest one counts. Have another one sent to your address."
      footer={
        <p>
          Confirmed it before?{" "}
          <Link to={keepReturn("/sign-in")} className={textLink}>
            Sign in
          </Link>
        </p>
      }
    >
      <EmailForm intent="verify">Send a new link</EmailForm>
    </AuthPage>
  );
}
