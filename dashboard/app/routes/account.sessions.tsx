import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { SessionRow } from "#account/session-row.tsx";
import { openApi, read } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { Card } from "#components/card.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Sessions · Latchkey" }];

const page = "/account/sessions";

export async function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).sessions.$get());
}

export async function action(args: ActionFunctionArgs) {
  const api = openApi(args);
  await read(api.session.$get());
  return handleForm(args.request, {
    end: async (form) => {
      await api.sessions[":session"].$delete({ param: { session: getText(form, "id") } });
      return redirectWithToast(page, "The session is ended.");
    },
    endOthers: async () => {
      const { headers } = await askAuth(args, "/revoke-other-sessions", {});
      return redirectWithToast(page, "You are signed out everywhere else.", headers);
    },
  });
}

export default function SessionsPage() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <Card
      title="Where you are signed in"
      description="A session ends by itself after seven days without use."
      actions={
        sessions.length > 1 && (
          <ActionForm intent="endOthers">
            <SubmitButton busy="Ending…" variant="secondary">
              End all others
            </SubmitButton>
          </ActionForm>
        )
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}
