import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { Check, TextArea } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { useOrganization } from "#organization.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Security settings · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return read(api.settings.$get({ param }));
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    update: async (form) => {
      const addresses = getText(form, "ipAllowList")
        .split(/[\s,]+/)
        .filter(Boolean);
      await api.settings.$patch({
        param,
        json: {
          requireTwoFactor: form.has("requireTwoFactor"),
          keyCreation: getText(form, "keyCreation") === "administrators" ? "administrators" : "members",
          ipAllowList: addresses.length === 0 ? null : addresses,
        },
      });
      return redirectWithToast(
        `/${param.organization}/settings/security`,
        "Saved. It holds from the next request on.",
      );
    },
  });
}

export default function SecuritySettingsPage() {
  const { ipAllowList, keyCreation, requireTwoFactor } = useLoaderData<typeof loader>();
  const { may } = useOrganization();
  if (!may("organization:update")) {
    return (
      <Card title="What the organization asks for">
        <Facts>
          <Fact name="Second factor">{requireTwoFactor ? "Required of everybody" : "Up to each person"}</Fact>
          <Fact name="Who makes API keys">
            {keyCreation === "administrators" ? "Owners and admins" : "Members too"}
          </Fact>
          <Fact name="Addresses">{ipAllowList?.join(", ") ?? "Anywhere"}</Fact>
        </Facts>
      </Card>
    );
  }
  return (
    <Card
      title="What the organization asks for"
      description="Of people in the dashboard, of API keys and of assistants."
    >
      <ActionForm intent="update" className="grid max-w-lg gap-6">
        <Check
          name="requireTwoFactor"
          label="Require a second factor"
          hint="People without one are let in again as soon as they turn it on. Keys and assistants are not affected."
          defaultChecked={requireTwoFactor}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">Who makes API keys</legend>
          <Check
            name="keyCreation"
            type="radio"
            value="members"
            label="Members too"
            hint="Their keys never do more than they may themselves."
            defaultChecked={keyCreation === "members"}
          />
          <Check
            name="keyCreation"
            type="radio"
            value="administrators"
            label="Owners and admins only"
            defaultChecked={keyCreation === "administrators"}
          />
        </fieldset>
        <TextArea
          name="ipAllowList"
          label="Addresses that people, keys and assistants may come from"
          hint="One range a line, such as 203.0.113.0/24 or 2001:db8::/32. Left empty: anywhere. Your own must be among them. Claude calls from 160.79.104.0/21."
          defaultValue={ipAllowList?.join("\n") ?? ""}
        />
        <div>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
