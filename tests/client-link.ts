import { z } from "zod";
import type { ReadServer } from "./client-text.ts";

const url = z.string();
const headers = z.record(z.string(), z.string()).default({});
const InCursor = z.strictObject({ url, headers });
const InVsCode = z.strictObject({
  name: z.string(),
  type: z.literal("http"),
  url,
  headers,
  inputs: z.array(z.unknown()).optional(),
});

/** Reads a link as the client that it opens would. */
export function readClientLink(link: string): ReadServer {
  const { protocol, hostname, pathname, search, searchParams } = new URL(link);
  const get = (name: string) => searchParams.get(name) ?? "";
  switch (`${protocol}${hostname}${pathname}`) {
    case "https:claude.ai/customize/connectors":
      if (get("modal") !== "add-custom-connector") throw new Error(`${link} opens no dialog.`);
      return { name: get("connectorName"), url: get("connectorUrl"), headers: {} };
    case "cursor:anysphere.cursor-deeplink/mcp/install": {
      const config = Buffer.from(get("config"), "base64").toString();
      return { name: get("name"), ...InCursor.parse(JSON.parse(config)) };
    }
    case "vscode:mcp/install": {
      const { name, url, headers } = InVsCode.parse(JSON.parse(decodeURIComponent(search.slice(1))));
      return { name, url, headers };
    }
    default:
      throw new Error(`${link} opens no client that is known.`);
  }
}
