import api from "#docs/api.md";
import billing from "#docs/billing.md";
import clientSetups from "#docs/client-setups.md";
import clients from "#docs/clients.md";
import questions from "#docs/questions.md";
import quickstart from "#docs/quickstart.md";
import roles from "#docs/roles.md";
import securityModel from "#docs/security-model.md";
import selfHosting from "#docs/self-hosting.md";
import core from "#docs/tools/core.md";
import finance from "#docs/tools/finance.md";
import messaging from "#docs/tools/messaging.md";
import operations from "#docs/tools/operations.md";
import pricing from "#docs/tools/pricing.md";
import tools from "#docs/tools/README.md";
import webhooks from "#docs/webhooks.md";
import writing from "#docs/writing.md";

export interface Document {
  /** Below docs/, as links between the files name it. */
  path: string;
  title: string;
  /** What it tells, where people and models choose what to read. */
  summary: string;
  text: string;
}

const document = (path: string, title: string, summary: string, text: string): Document => ({
  path,
  title,
  summary,
  text,
});

/** The pages of docs/ that are served, by their address below /docs/. */
export const documents = new Map<string, Document>(
  [
    document("clients.md", "Clients", "how each assistant connects, and what is odd about it", clients),
    document(
      "client-setups.md",
      "Connect a client",
      "what to enter in each client, step by step",
      clientSetups,
    ),
    document("questions.md", "Questions", "what people ask, and which tool answers it", questions),
    document("writing.md", "Writing", "dry runs, idempotency keys, jobs and undo", writing),
    document("tools/README.md", "Tools", "all tools with toolset, access and undo", tools),
    document("tools/core.md", "Core tools", "listings, bookings, guests, calendar, messages", core),
    document("tools/messaging.md", "Messaging tools", "searching and answering guests", messaging),
    document("tools/pricing.md", "Pricing tools", "calendar, quotes and changes of listings", pricing),
    document("tools/finance.md", "Finance tools", "reports, charges, expenses, owner statements", finance),
    document("tools/operations.md", "Operations tools", "bookings, tasks, reviews, door codes", operations),
    document("api.md", "REST API", "the two addresses, sessions and keys", api),
    document(
      "webhooks.md",
      "Webhooks",
      "what is sent to an address of yours, and how it is signed",
      webhooks,
    ),
    document("billing.md", "Billing", "plans, listings, trial, changes and invoices", billing),
    document(
      "security-model.md",
      "Security model",
      "what is stored where, and who can reach it",
      securityModel,
    ),
    document("roles.md", "Roles", "which role may use which route", roles),
    document("quickstart.md", "Quickstart", "running all of it on one computer", quickstart),
    document("self-hosting.md", "Self-hosting", "settings and duties of an operator", selfHosting),
  ].map((page) => [toName(page.path), page]),
);

/** `tools/README.md` is the page `tools`. */
export function toName(path: string): string {
  return path.replace(/(\/README)?\.md$/, "");
}
