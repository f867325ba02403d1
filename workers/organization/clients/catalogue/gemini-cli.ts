import { allowAccess, type ClientEntry } from "./client-entry.ts";
import { keyHeaders, toMcpServers } from "./texts.ts";

const common = {
  file: "~/.gemini/settings.json",
  language: "json",
  note: "Gemini CLI shortens names of more than 63 characters and cannot ask back while a tool runs.",
} as const;

export const geminiCli = {
  title: "Gemini CLI",
  sign_in: {
    ...common,
    toText: ({ name, url }) => toMcpServers(name, { httpUrl: url }),
    toSteps: ({ name }) => [
      "Merge the text into the file and save.",
      `Start Gemini CLI again and type: /mcp auth ${name}`,
      allowAccess,
    ],
  },
  key: {
    ...common,
    toText: ({ name, url }) => toMcpServers(name, { httpUrl: url, headers: keyHeaders }),
    toSteps: () => [
      "Merge the text into the file, with your key in it, and save.",
      "Start Gemini CLI again and type /mcp: the server is listed.",
    ],
  },
} as const satisfies ClientEntry;
