import type { ClientEntry } from "./client-entry.ts";
import { keyHeaders, toJson } from "./texts.ts";

export const openaiApi = {
  title: "OpenAI API",
  key: {
    file: "Body of POST https://api.openai.com/v1/responses",
    language: "json",
    toText: ({ name, url }) =>
      toJson({ tools: [{ type: "mcp", server_label: name, server_url: url, headers: keyHeaders }] }),
    toSteps: () => [
      "Add the text to the request's body, beside model and input, with your key in it.",
      "The answer asks for approval before a tool is called, unless the tool's require_approval says otherwise.",
    ],
    note: "OpenAI's servers connect, so the address has to be reachable from the internet. They keep no headers: send the key with every request.",
  },
} as const satisfies ClientEntry;
