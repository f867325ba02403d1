import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";

const Envelope = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.custom<ClientCapabilities>() });

/** What a client of the newer era says, with each request, that it can do. */
export function getClientCapabilities({ mcpReq }: ServerContext): ClientCapabilities {
  return Envelope.safeParse(mcpReq.envelope).data?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
}
