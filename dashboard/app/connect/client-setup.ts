import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.connect.tsx";

/** A client and its ways in, as the API says. */
export type Client = SerializeFrom<typeof loader>["clients"][number];

/** One of the ways: by signing in, or with a key. */
export type ClientSetup = Client["ways"][number];

/** The address of a client's instructions; without a way, those that are recommended. */
export function toAddress(client: string, way?: string | null): string {
  return `?${new URLSearchParams(way ? { client, way } : { client })}`;
}

/** Other schemes could run something in the page or on the computer. */
const schemes = ["cursor:", "vscode:", "https:"];

export function isOpenable(url: string): boolean {
  return schemes.includes(URL.parse(url)?.protocol ?? "");
}
