import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { KeyRound, Plus } from "lucide-react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { LimitUsed } from "#components/limit-used.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { RenameDialog } from "#components/rename-dialog.tsx";
import { getId, getText, handleForm } from "#forms.server.ts";
import { useMayChange } from "#keys/api-key.ts";
import { DeleteKeyDialog } from "#keys/delete-key-dialog.tsx";
import { KeyCard } from "#keys/key-card.tsx";
import { NewKeyDialog } from "#keys/new-key-dialog.tsx";
import { RegenerateKeyDialog } from "#keys/regenerate-key-dialog.tsx";
import { RevealedKeyDialog } from "#keys/revealed-key-dialog.tsx";
import { toNewKey } from "#keys/to-new-key.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "API keys · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ keys }, { limits }, { connectors }] = await Promise.all([
    read(api.keys.$get({ param })),
    read(api.limits.$get({ param })),
    read(openApi(args).connectors.$get()),
  ]);
  return { keys, connectors, limit: limits.find(({ name }) => name === "apiKeys") };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/keys`;
  return handleForm(args.request, {
    create: async (form) => ({ made: await read(api.keys.$post({ param, json: toNewKey(form) })) }),
    regenerate: async (form) => {
      const json = { graceDays: Number(getText(form, "graceDays")) };
      const key = { ...param, key: getId(form, "key") };
      return { made: await read(api.keys[":key"].regenerate.$post({ param: key, json })) };
    },
    rename: async (form) => {
      const key = { ...param, key: getId(form, "key") };
      const { name } = await read(
        api.keys[":key"].$patch({ param: key, json: { name: getText(form, "name") } }),
      );
      return redirectWithToast(page, `The key is called ${name} now.`);
    },
    delete: async (form) => {
      await api.keys[":key"].$delete({ param: { ...param, key: getId(form, "key") } });
      return redirectWithToast(page, "The key is deleted. It answers 401 from its next request on.");
    },
  });
}

export default function KeysPage() {
  const { connectors, keys, limit } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { may } = useOrganization();
  const [search] = useSearchParams();
  const mayChange = useMayChange();
  const chosen = keys.find((key) => key.id === search.get("key") && mayChange(key));
  const made = result && "made" in result ? result.made : null;
  const dialog = made === null && may("key:write") ? search.get("dialog") : null;
  const newKey = may("key:write") && (
    <LinkButton to="?dialog=new" preventScrollReset variant="primary">
      <Plus aria-hidden="true" className="size-4" />
      Generate new API key
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        title="API keys"
        description="A key lets an assistant or a program use your connected accounts. Each is shown once, when it is made."
        actions={keys.length > 0 && newKey}
      />
      {keys.length === 0 ? (
        <EmptyState icon={KeyRound} title="No keys yet" actions={newKey}>
          Make one for each assistant that is to work for you, so that each can be stopped by itself.
        </EmptyState>
      ) : (
        <>
          <ul className="grid gap-4">
            {keys.map((key) => (
              <li key={key.id}>
                <KeyCard apiKey={key} />
              </li>
            ))}
          </ul>
          <LimitUsed limit={limit} />
        </>
      )}
      {made && <RevealedKeyDialog made={made} />}
      {dialog === "new" && <NewKeyDialog connectors={connectors} />}
      {dialog === "rename" && chosen && <RenameDialog item={chosen} closeTo="../keys" />}
      {dialog === "regenerate" && chosen && <RegenerateKeyDialog apiKey={chosen} />}
      {dialog === "delete" && chosen && <DeleteKeyDialog apiKey={chosen} />}
    </>
  );
}
