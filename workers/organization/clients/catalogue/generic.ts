import { allowAccess, type ClientEntry, keyPlaceholder, type McpServer } from "./client-entry.ts";
import { toBridgeCommand } from "./mcp-remote.ts";

const common = { file: "Settings of the client", language: "text" } as const;

const chooseHttp = "Choose Streamable HTTP, often called HTTP, as the transport, and enter the address.";

const toText = ({ name, url }: McpServer) => `Name: ${name}\nTransport: Streamable HTTP\nURL: ${url}`;

export const generic = {
  title: "Another MCP client",
  sign_in: {
    ...common,
    toText,
    toSteps: (server) => [
      chooseHttp,
      `The client finds out by itself where to sign in. ${allowAccess}`,
      `A client that can only start programs can start this one, which needs Node.js: ${toBridgeCommand(server)}`,
    ],
  },
  key: {
    ...common,
    toText: (server) => `${toText(server)}\nHeader: X-API-Key: ${keyPlaceholder}`,
    toSteps: () => [
      chooseHttp,
      "Add the header X-API-Key with your key, or Authorization with the word Bearer and your key.",
    ],
  },
} as const satisfies ClientEntry;
