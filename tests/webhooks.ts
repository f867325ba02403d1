import { beforeAll, expect, vi } from "vitest";
import { z } from "zod";
import { tasks } from "#organization/schedule/tasks.ts";
import { registerWebhooks } from "#organization/webhooks/register-webhooks.ts";
import { callRest, createOrganization, fetchApi, getValue, type TestOrganization } from "./organization.ts";
import { control, setAccount } from "./sandbox.ts";

/** The tests of a file have webhooks registered, which others do without. */
export function useWebhooks(): void {
  beforeAll(() => {
    tasks.register_webhooks = registerWebhooks;
  });
}

const Sent = z.object({ event: z.string(), body: z.string(), responseStatus: z.number().nullable() });
const Traffic = z.object({
  webhooks: z.array(z.object({ id: z.number(), url: z.string(), login: z.string(), password: z.string() })),
  sent: z.array(Sent),
});
const Row = z.object({ id: z.number() });
const Rows = z.object({ properties: z.array(Row).min(1) });

export const getTraffic = async ({ account }: TestOrganization) =>
  Traffic.parse(await control("GET", `/hostaway/webhooks?account=${account.accountId}`));

export const getState = async ({ object }: TestOrganization) =>
  getValue(await object.listConnections())[0]?.webhook;

export const untilRegistered = (organization: TestOrganization, count = 1) =>
  vi.waitFor(
    async () => {
      expect(await getState(organization)).toEqual({ state: "registered", error: null });
      const { webhooks } = await getTraffic(organization);
      expect(webhooks).toHaveLength(count);
      return webhooks.map((webhook) => ({
        ...webhook,
        path: new URL(webhook.url).pathname,
        authorization: `Basic ${btoa(`${webhook.login}:${webhook.password}`)}`,
      }));
    },
    { timeout: 10_000, interval: 100 },
  );

/** An organization that Hostaway tells of changes, which a test sets off. */
export async function createListener(settings: object = {}) {
  const organization = await createOrganization();
  await setAccount(organization.account, { webhooks: true, ...settings });
  const [webhook] = await untilRegistered(organization);
  if (webhook === undefined) throw new Error("No webhook is registered.");
  const { accountId } = organization.account;
  const properties = Rows.parse((await callRest(organization.apiKey, "get_properties")).body).properties;
  return {
    organization,
    webhook,
    book: async (guestName: string, month = "03") =>
      Row.parse(
        await control("POST", `/hostaway/accounts/${accountId}/reservations`, {
          listingMapId: properties[0]?.id,
          arrivalDate: `2031-${month}-05`,
          departureDate: `2031-${month}-08`,
          guestName,
        }),
      ).id,
    deliver: () => control("POST", "/hostaway/webhooks/deliver", { account: accountId }),
    post: (body: unknown, headers: Record<string, string> = { authorization: webhook.authorization }) =>
      fetchApi(webhook.path, {
        method: "POST",
        headers,
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    news: {
      object: "reservation",
      event: "reservation.updated",
      accountId: Number(accountId),
      data: { id: 77, listingMapId: 5, guestName: "Ann Secret" },
    },
  };
}
