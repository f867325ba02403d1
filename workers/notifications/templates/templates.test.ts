import { expect, test } from "vitest";
import type { EmailContent } from "../email.ts";
import { addressChange } from "./address-change.ts";
import { cancelScheduled } from "./cancel-scheduled.ts";
import { confirmAddress } from "./confirm-address.ts";
import { connectionInvalid } from "./connection-invalid.ts";
import { existingAccount } from "./existing-account.ts";
import { failedSignIns } from "./failed-sign-ins.ts";
import { invitation } from "./invitation.ts";
import { invoicePaid } from "./invoice-paid.ts";
import { magicLink } from "./magic-link.ts";
import { organizationArchived } from "./organization-archived.ts";
import { organizationClosing } from "./organization-closing.ts";
import { organizationResumed } from "./organization-resumed.ts";
import { organizationSuspended } from "./organization-suspended.ts";
import { paymentFailed } from "./payment-failed.ts";
import { paymentRecovered } from "./payment-recovered.ts";
import { resetPassword } from "./reset-password.ts";
import { retentionEnding } from "./retention-ending.ts";
import { subscriptionEnded } from "./subscription-ended.ts";
import { trialEnded } from "./trial-ended.ts";
import { trialEnding } from "./trial-ending.ts";
import { usageThreshold } from "./usage-threshold.ts";
import { verifyEmail } from "./verify-email.ts";
import { wayIn } from "./way-in.ts";
import { webhookDisabled } from "./webhook-disabled.ts";

const name = `<script>alert(1)</script> & "Co" 'Ltd'`;
const url = "https://app.latchkey.test/do?token=a&b='c\"><img src=x>";

const emails: Record<string, EmailContent> = {
  "address-change": addressChange({ name, newAddress: `${name}@example.com`, url }),
  "confirm-address": confirmAddress({ name, url }),
  "connection-invalid": connectionInvalid({ organization: name, service: name, url }),
  "existing-account": existingAccount({ name, url }),
  "failed-sign-ins": failedSignIns({ name, count: 10, since: 0, until: 3_600_000, addresses: 3, url }),
  invitation: invitation({ inviter: name, organization: name, role: name, url }),
  "magic-link": magicLink({ url }),
  "organization-closing": organizationClosing({ organization: name, deletesAt: 0, url }),
  "cancel-scheduled": cancelScheduled({ organization: name, endsAt: 0, keptUntil: 0, url }),
  "invoice-paid": invoicePaid({ organization: name, number: name, amount: 7_500, currency: "usd", url }),
  "organization-archived": organizationArchived({ organization: name, deletesAt: 0, url }),
  "organization-resumed": organizationResumed({ organization: name, url }),
  "organization-suspended": organizationSuspended({ organization: name, reason: name, url }),
  "payment-failed": paymentFailed({
    organization: name,
    invoice: { amount: 7_500, currency: "usd", nextAttemptAt: 0 },
    openUntil: null,
    url,
  }),
  "payment-recovered": paymentRecovered({ organization: name, url }),
  "retention-ending": retentionEnding({ organization: name, keptUntil: 0, url }),
  "subscription-ended": subscriptionEnded({ organization: name, keptUntil: 0, url }),
  "trial-ended": trialEnded({ organization: name, hadTrial: true, url }),
  "trial-ending": trialEnding({ organization: name, endsAt: 0, url }),
  "reset-password": resetPassword({ name, url }),
  "usage-threshold": usageThreshold({
    organization: name,
    threshold: 90,
    used: 9_000,
    limit: 10_000,
    periodEnd: 0,
    url,
  }),
  "verify-email": verifyEmail({ name, url }),
  "webhook-disabled": webhookDisabled({ organization: name, host: "hooks.example.com", url }),
  "way-in": wayIn({ name, change: "account/link_provider", url }),
};

test("every template is looked at here", () => {
  const files = Object.keys(import.meta.glob("./*.ts")).map((file) => file.slice(2, -3));
  const templates = files.filter((file) => file !== "layout" && !file.endsWith(".test"));
  expect(Object.keys(emails).sort()).toEqual(templates.sort());
});

test.each(Object.entries(emails))(
  "%s says who writes and why, in text and in HTML",
  (_, { subject, text, html }) => {
    expect(subject).toMatch(/^[^\r\n]{1,200}$/);
    for (const form of [text, html]) {
      expect(form).toContain("Latchkey");
      expect(form).toMatch(/You get this|you get this/);
    }
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(998);
    for (const line of html.split("\n")) expect(line.length).toBeLessThanOrEqual(998);
  },
);

test.each(Object.entries(emails))("what %s is made of cannot become part of its HTML", (_, { html }) => {
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<img");
  const quoted = html.replaceAll(/"[^"]*"/g, "");
  expect(quoted).not.toMatch(/[<>]\s*['"]|=\s*'/);
  expect(html).not.toMatch(/href="[^"]*['<>]/);
});

test.each(Object.entries(emails))("%s has the same link in both forms", (_, { text, html }) => {
  const inText = [...text.matchAll(/: (https:\/\/.+)/g)].map(([, link]) => link);
  const inHtml = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => unescapeHtml(link));
  expect(inText).toEqual([url]);
  expect(inHtml).toEqual([url]);
});

function unescapeHtml(text: string): string {
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return Object.entries(entities).reduce((done, [entity, letter]) => done.replaceAll(entity, letter), text);
}
