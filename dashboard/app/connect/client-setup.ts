import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.connect.tsx";

/** How one client is told of the MCP endpoint, as the API says. */
export type ClientSetup = SerializeFrom<typeof loader>["clients"][number];

/** Other schemes could run something in the page or on the computer. */
const schemes = ["cursor:", "vscode:", "https:"];

export function isOpenable(url: string): boolean {
  return schemes.includes(URL.parse(url)?.protocol ?? "");
}
