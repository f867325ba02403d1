import type { SerializeFrom } from "@remix-run/cloudflare";
import type { Tone } from "#components/badge.tsx";
import type { loader } from "#routes/$organization.billing._index.tsx";

type Page = SerializeFrom<typeof loader>;
export type Billing = Page["billing"];
export type Plan = Page["plans"][number];
export type Invoice = Page["invoices"][number];
export type Upcoming = NonNullable<Page["upcoming"]>;
export type InvoiceDetail = NonNullable<Page["invoice"]>;
export type Price = NonNullable<Billing["subscription"]>["price"];

export const statuses = {
  trialing: { title: "Trial", tone: "accent" },
  free: { title: "Free", tone: "neutral" },
  active: { title: "Active", tone: "positive" },
  past_due: { title: "Payment failed", tone: "negative" },
  suspended: { title: "Suspended", tone: "negative" },
  archived: { title: "Read only", tone: "negative" },
} as const satisfies Record<Billing["status"], { title: string; tone: Tone }>;

export const invoiceStatuses = {
  draft: { title: "Draft", tone: "neutral" },
  open: { title: "Unpaid", tone: "negative" },
  paid: { title: "Paid", tone: "positive" },
  uncollectible: { title: "Given up", tone: "neutral" },
  void: { title: "Void", tone: "neutral" },
} as const satisfies Record<Invoice["status"], { title: string; tone: Tone }>;
