import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { type ConnectionState, checkConnection } from "../connections/check-connection.ts";
import { mayUse } from "../connections/choose-connection.ts";
import { getPeriod } from "../limits/period.ts";
import { describeWebhook } from "../webhooks/describe-webhook.ts";
import type { OrganizationClient } from "./organization-client.ts";

const Input = z.object({});

const Output = z.object({
  organization_id: z.string(),
  plan: z.string().describe("Plan, and whether it is active, trialing, past_due or suspended"),
  plan_status: z.string(),
  tool_calls: z.object({
    used: z.int().describe("Billable calls this period"),
    limit: z.int(),
    resets_at: z.string().describe("ISO 8601, UTC"),
  }),
  connections: z.array(
    z.object({
      connector: z.string(),
      name: z.string().describe("What `account` takes, in the tools that have this argument"),
      account: z.string().describe("Account id at the connected service"),
      state: z
        .enum(["working", "rejected", "unreachable"])
        .describe("rejected: the credentials are no longer accepted, an owner or admin must enter new ones"),
      connected_at: z.string(),
      webhook: z
        .enum(["registered", "pending"])
        .optional()
        .describe("pending: changes made elsewhere show only once cached data expire"),
    }),
  ),
});

/** The one tool about the organization itself; its client is the organization's own rooms, as far as the caller sees. */
export const getConnectionStatus = defineTool<OrganizationClient>()({
  name: "get_connection_status",
  title: "Get connection status",
  access: "read",
  toolset: "core",
  description:
    "Tells which accounts this key reaches, whether each still works (asked upstream now), the plan, and how many tool calls " +
    "are left this month. Use it first when another tool fails with not_connected or connection_invalid, or when asked " +
    "which account this is. It reads no properties or bookings: use get_properties or get_bookings for those.",
  input: Input,
  output: Output,
  run: async ({ client: { caller, rooms }, now }) => {
    const { id, connections, entitlement, ports, usage } = rooms;
    const usable = connections.list().filter((connection) => mayUse(caller, connection));
    return {
      organization_id: id,
      plan: entitlement.plan,
      plan_status: entitlement.status,
      tool_calls: {
        used: usage.getUsed(now),
        limit: entitlement.toolCalls,
        resets_at: new Date(getPeriod(entitlement, now).end).toISOString(),
      },
      connections: await Promise.all(
        usable.map(async (connection) => ({
          connector: connection.row.connector,
          name: connection.row.name,
          account: connection.row.accountLabel,
          state: (await checkConnection(connections, connection, ports.clock)) satisfies ConnectionState,
          connected_at: new Date(connection.row.createdAt).toISOString(),
          webhook: describeWebhook(rooms, connection)?.state,
        })),
      ),
    };
  },
});
