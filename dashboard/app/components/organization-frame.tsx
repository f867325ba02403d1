import type { ReactNode } from "react";
import { BillingBanner } from "./billing-banner.tsx";
import { OrganizationSidebar } from "./organization-sidebar.tsx";
import { SidebarFrame } from "./sidebar-frame.tsx";

/** Around every page of an organization. */
export function OrganizationFrame({ children }: { children: ReactNode }) {
  return (
    <SidebarFrame sidebar={<OrganizationSidebar />}>
      <BillingBanner />
      {children}
    </SidebarFrame>
  );
}
