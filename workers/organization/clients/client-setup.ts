import { type ClientEntry, type ClientName, clientCatalogue, toServerName } from "./client-catalogue.ts";
import type { ClientLink } from "./client-links.ts";

/** What a person puts into the client and where, and what else there is to do. */
export interface ClientSetup extends Pick<ClientEntry, "title" | "file" | "language" | "signIn"> {
  text: string;
  /** False for a client that takes no key, until clients can sign in here. */
  available: boolean;
  steps: string[];
  link: ClientLink | null;
  note: string | null;
}

export const toMcpAddress = (apiUrl: string) => `${apiUrl}/mcp`;

/** `name`: what a person calls it; the client gets it in plain letters. */
export function toClientSetup(
  client: ClientName,
  { name, apiUrl }: { name: string; apiUrl: string },
): ClientSetup {
  const entry: ClientEntry = clientCatalogue[client];
  const { title, file, language, signIn, note = null } = entry;
  const server = { name: toServerName(name), url: toMcpAddress(apiUrl) };
  return {
    title,
    file,
    language,
    text: entry.toText(server),
    signIn,
    available: signIn !== "oauth",
    steps: entry.toSteps(server),
    link: entry.toLink?.(server) ?? null,
    note,
  };
}
