import { type ClientEntry, keyPlaceholder } from "./client-entry.ts";
import { toJson } from "./texts.ts";

export const claudeApi = {
  title: "Claude API",
  key: {
    file: "Body of POST https://api.anthropic.com/v1/messages",
    language: "json",
    toText: ({ name, url }) =>
      toJson({
        mcp_servers: [{ type: "url", name, url, authorization_token: keyPlaceholder }],
        tools: [{ type: "mcp_toolset", mcp_server_name: name }],
      }),
    toSteps: () => [
      "Send the header anthropic-beta: mcp-client-2025-11-20 with the request.",
      "Add the text to its body, beside model, max_tokens and messages, with your key in it.",
    ],
    note: "Anthropic's servers connect, so the address has to be reachable from the internet, by https. They send the key as a bearer token and can send no other header.",
  },
} as const satisfies ClientEntry;
