import type { ActionFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useRouteLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { Check } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { toTheme, toThemeCookie } from "#preferences.server.ts";
import type { loader as rootLoader } from "#root.tsx";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Appearance · Latchkey" }];

export async function action(args: ActionFunctionArgs) {
  await read(openApi(args).session.$get());
  return handleForm(args.request, {
    theme: async (form) => {
      const headers = new Headers({ "Set-Cookie": toThemeCookie(toTheme(getText(form, "theme"))) });
      return redirectWithToast("/account/appearance", "The theme is saved in this browser.", headers);
    },
  });
}

const themes = [
  { value: "system", label: "As the system", hint: "Changes with your device." },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export default function AppearancePage() {
  const theme = useRouteLoaderData<typeof rootLoader>("root")?.preferences.theme;
  return (
    <Card title="Theme" description="For this browser only.">
      <ActionForm intent="theme" className="grid gap-5">
        <fieldset className="grid gap-3">
          <legend className="sr-only">Theme</legend>
          {themes.map(({ value, ...words }) => (
            <Check
              key={value}
              name="theme"
              type="radio"
              value={value}
              defaultChecked={value === theme}
              {...words}
            />
          ))}
        </fieldset>
        <div>
          <SubmitButton busy="Saving…">Save theme</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
