import {
  allowAccess,
  type ClientEntry,
  type ClientLink,
  keyPlaceholder,
  type McpServer,
} from "./client-entry.ts";

export const connectorDialog = {
  file: "Settings → Connectors → Add custom connector",
  language: "text",
  toText: ({ name, url }: McpServer) => `Name: ${name}\nURL: ${url}`,
  toLink: ({ name, url }: McpServer): ClientLink => {
    const modal = "add-custom-connector";
    const query = new URLSearchParams({ modal, connectorName: name, connectorUrl: url });
    return { label: "Add to Claude", url: `https://claude.ai/customize/connectors?${query}` };
  },
} as const;

export const openDialog =
  "Press Add to Claude: the dialog opens with name and address filled in. By hand, it is where it says below.";

export const claudeAi = {
  title: "Claude",
  sign_in: {
    ...connectorDialog,
    toSteps: () => [
      openDialog,
      `Press Add, then Connect. ${allowAccess}`,
      "In a chat, turn the connector on under the tools menu.",
    ],
    note: "Claude connects from its own servers, so the address has to be reachable from the internet. In a Claude team, an owner adds the connector first, and then everybody signs in.",
  },
  key: {
    ...connectorDialog,
    toText: (server) =>
      `${connectorDialog.toText(server)}\nAdvanced → Request headers: X-API-Key: ${keyPlaceholder}`,
    toSteps: () => [
      openDialog,
      "Under Advanced add the request header X-API-Key with your key.",
      "Press Add. In a chat, turn the connector on under the tools menu.",
    ],
    note: "Request headers are being rolled out and your account may not have them yet. How a connector signs in cannot be changed later: remove it and add it again.",
  },
} as const satisfies ClientEntry;
