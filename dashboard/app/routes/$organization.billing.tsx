import { Outlet } from "@remix-run/react";
import { PageHeader } from "#components/page-header.tsx";
import { Tabs } from "#components/tabs.tsx";

const tabs = [
  { to: ".", title: "Subscription", end: true },
  { to: "plans", title: "Plans" },
  { to: "profile", title: "Profile" },
  { to: "history", title: "History" },
];

export default function BillingLayout() {
  return (
    <>
      <PageHeader title="Billing" description="What you pay for, what it comes to, and where invoices go." />
      <Tabs label="Parts of billing" tabs={tabs} />
      <Outlet />
    </>
  );
}
