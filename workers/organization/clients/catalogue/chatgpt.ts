import { allowAccess, type ClientEntry } from "./client-entry.ts";

export const chatgpt = {
  title: "ChatGPT",
  sign_in: {
    file: "Settings → Apps & Connectors → Advanced → Developer mode → Create",
    language: "text",
    toText: ({ name, url }) => `Name: ${name}\nMCP server URL: ${url}\nAuthentication: OAuth`,
    toSteps: () => [
      "In ChatGPT open Settings → Apps & Connectors → Advanced and turn Developer mode on.",
      "Press Create, enter name and address, and choose OAuth.",
      allowAccess,
      "In a chat, pick the connector from the tools menu.",
    ],
    note: "ChatGPT takes no API key. It connects from its own servers, so the address has to be reachable from the internet. Which of its plans may use tools that change something is up to OpenAI.",
  },
} as const satisfies ClientEntry;
