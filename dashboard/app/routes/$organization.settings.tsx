import { Outlet } from "@remix-run/react";
import { PageHeader } from "#components/page-header.tsx";
import { Tabs } from "#components/tabs.tsx";
import { useOrganization } from "#organization.ts";

export default function SettingsLayout() {
  const { may, organization } = useOrganization();
  const page = `/${organization.slug}/settings`;
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        tabs={[
          { to: page, title: "General", end: true },
          { to: `${page}/security`, title: "Security" },
          ...(may("organization:update") ? [{ to: `${page}/webhooks`, title: "Webhooks" }] : []),
          { to: `${page}/danger`, title: "Danger zone" },
        ]}
      />
      <Outlet />
    </>
  );
}
