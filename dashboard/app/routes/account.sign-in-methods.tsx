import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ProofDialog } from "#account/proof-dialog.tsx";
import { toProof } from "#account/to-proof.server.ts";
import { Way } from "#account/way.tsx";
import { explainUnlinked, toWayTitle } from "#account/ways.ts";
import { openApi, read } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { Banner } from "#components/banner.tsx";
import { Card } from "#components/card.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign-in methods · Latchkey" }];

const page = "/account/sign-in-methods";

const Accounts = z.array(z.object({ id: z.string(), providerId: z.string() }));
const Started = z.object({ url: z.url() });

export async function loader(args: LoaderFunctionArgs) {
  const api = openApi(args);
  await read(api.session.$get());
  const [{ providers }, { body }] = await Promise.all([
    read(api["sign-in-options"].$get()),
    askAuth(args, "/list-accounts"),
  ]);
  return { providers, accounts: Accounts.parse(body) };
}

export async function action(args: ActionFunctionArgs) {
  await read(openApi(args).session.$get());
  return handleForm(args.request, {
    link: async (form) => {
      const { body, headers } = await askAuth(args, "/link-social", {
        provider: getText(form, "id"),
        callbackURL: page,
        errorCallbackURL: page,
        ...toProof(form),
      });
      return redirect(Started.parse(body).url, { headers });
    },
    unlink: async (form) => {
      const { headers } = await askAuth(args, "/unlink-account", {
        accountId: getText(form, "id"),
        ...toProof(form),
      });
      return redirectWithToast(page, "This way in is removed.", headers);
    },
  });
}

export default function SignInMethodsPage() {
  const { accounts, providers } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const error = search.get("error");
  const unlinked = providers.filter((id) => !accounts.some(({ providerId }) => providerId === id));
  const toLink = unlinked.find((id) => id === search.get("link"));
  const toUnlink = accounts.find(({ id }) => id === search.get("unlink"));

  return (
    <>
      {error !== null && (
        <Banner tone="negative" title="It was not linked">
          <p>{explainUnlinked(error)}</p>
        </Banner>
      )}
      <Card title="Sign-in methods" description="Each of these lets you into the same account.">
        <ul className="divide-y divide-line">
          <Way title="E-mailed link" text="Always there, as your address is confirmed." />
          {accounts.map(({ id, providerId }) => (
            <Way
              key={id}
              title={toWayTitle(providerId)}
              text={providerId === "credential" ? "Changed under Security" : "Linked"}
              action={accounts.length > 1 && { to: `?unlink=${id}`, label: "Remove" }}
            />
          ))}
          {unlinked.map((id) => (
            <Way
              key={id}
              title={toWayTitle(id)}
              text="Not linked"
              action={{ to: `?link=${id}`, label: "Link" }}
            />
          ))}
        </ul>
      </Card>
      {toLink && (
        <ProofDialog
          intent="link"
          about={toLink}
          title={`Link ${toWayTitle(toLink)}`}
          submit={`Go to ${toWayTitle(toLink)}`}
          closeTo={page}
        >
          You agree to it there and come back. The address there has to be the one of this account.
        </ProofDialog>
      )}
      {toUnlink && (
        <ProofDialog
          intent="unlink"
          about={toUnlink.id}
          title={`Remove ${toWayTitle(toUnlink.providerId)}?`}
          submit="Remove"
          variant="danger"
          closeTo={page}
        >
          You cannot sign in by it any more. Sessions stay open.
        </ProofDialog>
      )}
    </>
  );
}
