import { z } from "zod";
import { chatgpt } from "./catalogue/chatgpt.ts";
import { claudeAi } from "./catalogue/claude-ai.ts";
import { claudeApi } from "./catalogue/claude-api.ts";
import { claudeCode } from "./catalogue/claude-code.ts";
import { claudeDesktop } from "./catalogue/claude-desktop.ts";
import type { ClientEntry } from "./catalogue/client-entry.ts";
import { codex } from "./catalogue/codex.ts";
import { cursor } from "./catalogue/cursor.ts";
import { geminiCli } from "./catalogue/gemini-cli.ts";
import { generic } from "./catalogue/generic.ts";
import { jetbrains } from "./catalogue/jetbrains.ts";
import { openaiApi } from "./catalogue/openai-api.ts";
import { vsCode } from "./catalogue/vs-code.ts";
import { windsurf } from "./catalogue/windsurf.ts";

/** The clients that there are instructions for, and the ways in that each has. */
export const clientCatalogue = {
  claude_ai: claudeAi,
  claude_desktop: claudeDesktop,
  claude_code: claudeCode,
  chatgpt,
  cursor,
  vs_code: vsCode,
  windsurf,
  codex,
  gemini_cli: geminiCli,
  jetbrains,
  claude_api: claudeApi,
  openai_api: openaiApi,
  generic,
} as const satisfies Record<string, ClientEntry>;

export const ClientName = z.enum(Object.keys(clientCatalogue) as ClientNames);
export type ClientName = keyof typeof clientCatalogue;

/** Safe because the catalogue is closed: its keys are the names, and there are some. */
type ClientNames = [ClientName, ...ClientName[]];

/** Those that can be set up with an API key. */
export const KeyClientName = ClientName.exclude(["chatgpt"]);
export type KeyClientName = z.infer<typeof KeyClientName>;

// Clients join the server's name and a tool's into one of at most sixty characters.
const NAME_LENGTH = 30;

/** What a person called a configuration, in letters that no file, shell or client reads as anything else. */
export function toServerName(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return ["latchkey", ...words].join("-").slice(0, NAME_LENGTH).replace(/-$/, "");
}
