import type { Config } from "#env.ts";
import { toIcons } from "#lib/icons.ts";
import { version } from "#lib/version.ts";
import { toMcpAddress } from "#organization/clients/client-setup.ts";

/** This deployment as the MCP registry takes it. The registry wants the name below a domain that the publisher owns. */
export function toServerJson({ apiUrl, dashboardUrl }: Pick<Config, "apiUrl" | "dashboardUrl">) {
  const domain = new URL(apiUrl).hostname.split(".").toReversed().join(".");
  return {
    $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    name: `${domain}/latchkey`,
    title: "Latchkey",
    description: "Run Hostaway from an assistant: listings, bookings, guests, prices, money.",
    version,
    websiteUrl: dashboardUrl,
    icons: toIcons(apiUrl),
    remotes: [
      {
        type: "streamable-http",
        url: toMcpAddress(apiUrl),
        headers: [
          {
            name: "X-API-Key",
            description: "An API key of your organization. Leave it out to sign in by OAuth instead.",
            isSecret: true,
            isRequired: false,
          },
        ],
      },
    ],
  };
}
