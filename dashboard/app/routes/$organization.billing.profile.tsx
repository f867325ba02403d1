import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { NotificationsForm } from "#billing/notifications-form.tsx";
import { ProfileForm } from "#billing/profile-form.tsx";
import { toNotifications, toProfile } from "#billing/to-profile.server.ts";
import { Card } from "#components/card.tsx";
import { handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Billing profile · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [profile, notifications] = await Promise.all([
    read(api.billing.profile.$get({ param })),
    read(api.billing.notifications.$get({ param })),
  ]);
  return { profile, notifications };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const page = `/${param.organization}/billing/profile`;
  return handleForm(args.request, {
    profile: async (form) => {
      await api.billing.profile.$patch({ param, json: toProfile(form) });
      return redirectWithToast(page, "Saved. The next invoice says so.");
    },
    notifications: async (form) => {
      await api.billing.notifications.$patch({ param, json: toNotifications(form) });
      return redirectWithToast(page, "Saved.");
    },
  });
}

export default function BillingProfilePage() {
  const { notifications, profile } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-3xl gap-6">
      <Card
        title="What invoices say"
        description="Left empty, the organization's name and its owner's address are used."
      >
        <ProfileForm profile={profile} />
      </Card>
      <Card
        title="Mails"
        description="They go to owners and admins, and those about invoices to the address above too."
      >
        <NotificationsForm notifications={notifications} />
      </Card>
    </div>
  );
}
