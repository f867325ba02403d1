import { PageHeader } from "#components/page-header.tsx";
import { Tabs } from "#components/tabs.tsx";

export function ConnectHeader() {
  return (
    <>
      <PageHeader
        title="Connect an assistant"
        description="Give your assistant the MCP address and sign in, or give it an API key, and it works with your connected accounts."
      />
      <Tabs
        label="Parts of this page"
        tabs={[
          { to: "../connect", title: "Set up", end: true },
          { to: "../connect/doctor", title: "Connection doctor" },
        ]}
      />
    </>
  );
}
