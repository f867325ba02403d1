import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from "@modelcontextprotocol/server";
import type { Config } from "#env.ts";
import { AppError } from "#errors.ts";

/** Guards against DNS rebinding: only our own host names, and browsers only from our own or listed origins. */
export function requireOrigin(request: Request, { apiUrl, allowedOrigins }: Config): void {
  const { hostname } = new URL(apiUrl);
  const local = localhostAllowedHostnames().includes(hostname);
  const hosts = local ? localhostAllowedHostnames() : [hostname];
  const origins = [...(local ? localhostAllowedOrigins() : [hostname]), ...allowedOrigins];
  const refused = hostHeaderValidationResponse(request, hosts) ?? originValidationResponse(request, origins);
  if (refused !== undefined) throw new AppError("origin_not_allowed");
}
