import { allowAccess, type ClientEntry, type ClientLink } from "./client-entry.ts";
import { keyHeaders, toMcpServers } from "./texts.ts";

const common = {
  file: "~/.cursor/mcp.json",
  language: "json",
  note: "Cursor leaves out tools whose name and server's name are longer than 60 characters together, so keep the name short.",
} as const;

/** Cursor puts the variable's value there; whoever has none puts the key itself. */
const keyVariable = `\${env:LATCHKEY_KEY}`;

function toLink(name: string, server: object): ClientLink {
  const config = Buffer.from(JSON.stringify(server)).toString("base64");
  const query = new URLSearchParams({ name, config });
  return { label: "Add to Cursor", url: `cursor://anysphere.cursor-deeplink/mcp/install?${query}` };
}

export const cursor = {
  title: "Cursor",
  sign_in: {
    ...common,
    toText: ({ name, url }) => toMcpServers(name, { url }),
    toSteps: () => [
      "Press Add to Cursor: it asks before it adds the server. Or merge the text into the file and save.",
      "Open Cursor Settings → MCP, switch the server on and press Connect if it is there.",
      allowAccess,
    ],
    toLink: ({ name, url }) => toLink(name, { url }),
  },
  key: {
    ...common,
    // Cursor is reported to drop a fixed Authorization where the server also offers OAuth.
    toText: ({ name, url }) => toMcpServers(name, { url, headers: keyHeaders }),
    toSteps: () => [
      `Press Add to Cursor: it asks before it adds the server. Then put your key in the file where it says ${keyVariable}, or set it as the environment variable LATCHKEY_KEY and restart Cursor.`,
      "Or merge the text into the file, with your key in it, and save.",
      "Open Cursor Settings → MCP and switch the server on.",
    ],
    toLink: ({ name, url }) => toLink(name, { url, headers: { "X-API-Key": keyVariable } }),
  },
} as const satisfies ClientEntry;
