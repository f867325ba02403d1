import { z } from "zod";
import type { ClientEntry, ClientLink, ClientWay } from "./catalogue/client-entry.ts";
import { ClientName, clientCatalogue, toServerName } from "./client-catalogue.ts";

/** How a client proves who asks: signed in by OAuth, or with an API key. */
export const WayIn = z.enum(["sign_in", "key"]);
export type WayIn = z.infer<typeof WayIn>;

/** What a person puts into the client and where, and what else there is to do. */
export interface ClientSetup extends Pick<ClientWay, "file" | "language"> {
  text: string;
  steps: string[];
  link: ClientLink | null;
  note: string | null;
}

/** What a person calls the server, and where this deployment is. */
interface Place {
  name: string;
  apiUrl: string;
}

export const toMcpAddress = (apiUrl: string) => `${apiUrl}/mcp`;

/** The client gets the name in plain letters. */
export function toClientSetup(
  { file, language, note, toLink, toSteps, toText }: ClientWay,
  { name, apiUrl }: Place,
): ClientSetup {
  const server = { name: toServerName(name), url: toMcpAddress(apiUrl) };
  return {
    file,
    language,
    text: toText(server),
    steps: toSteps(server),
    link: toLink?.(server) ?? null,
    note: note ?? null,
  };
}

/** Every client with its ways in, the recommended one first. */
export function listClientSetups(place: Place) {
  return ClientName.options.map((client) => {
    const entry: ClientEntry = clientCatalogue[client];
    const ways = WayIn.options.flatMap((way) => {
      const found = entry[way];
      return found ? { way, ...toClientSetup(found, place) } : [];
    });
    const recommended: WayIn = entry.sign_in ? "sign_in" : "key";
    return { client, title: entry.title, recommended, ways };
  });
}
