import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { Select, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { listLocales } from "#settings/list-locales.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Settings · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return { ...(await read(api.$get({ param }))), locales: listLocales() };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    update: async (form) => {
      const locale = getText(form, "locale") || null;
      const json = { name: getText(form, "name"), slug: getText(form, "slug"), locale };
      await api.$patch({ param, json });
      return redirectWithToast(`/${json.slug}/settings`, "Saved.");
    },
  });
}

export default function GeneralSettingsPage() {
  const { id, locale, locales, name, slug } = useLoaderData<typeof loader>();
  const { may } = useOrganization();
  return (
    <div className="grid gap-6">
      <Card title="Organization">
        {may("organization:update") ? (
          <ActionForm intent="update" className="grid max-w-lg gap-5">
            <TextField name="name" label="Name" defaultValue={name} required maxLength={100} />
            <TextField
              name="slug"
              label="Name in addresses"
              hint="Lower-case letters, digits and hyphens. Links with the name before lead nowhere afterwards."
              defaultValue={slug ?? ""}
              required
              minLength={3}
              maxLength={60}
            />
            <Select
              name="locale"
              label="Numbers, money and dates"
              hint="For everybody in the organization."
              defaultValue={locale ?? ""}
            >
              <option value="">As each browser asks for it</option>
              {locales.map(({ tag, name: language, example }) => (
                <option key={tag} value={tag}>
                  {language}: {example}
                </option>
              ))}
            </Select>
            <div>
              <SubmitButton busy="Saving…">Save</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Facts>
            <Fact name="Name">{name}</Fact>
            <Fact name="Name in addresses">{slug}</Fact>
          </Facts>
        )}
      </Card>
      <Card title="For support and programs">
        <Facts>
          <Fact name="Organization id">
            <code className="font-mono text-sm">{id}</code>
          </Fact>
        </Facts>
      </Card>
      {may("billing:read") && (
        <Card
          title="Billing profile and notifications"
          description="What invoices say, and who is told of invoices and usage."
          actions={
            <LinkButton to="../billing/profile" size="small">
              Open
            </LinkButton>
          }
        />
      )}
    </div>
  );
}
