import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from "@modelcontextprotocol/server";
import type { Config } from "#env.ts";
import { AppError } from "#errors.ts";
import { clientOrigins } from "./client-origins.ts";

export type AllowedOrigins = Pick<Config, "apiUrl" | "allowedOrigins">;

/** Guards against DNS rebinding: only our own host names, and browsers only from our own, known clients' or listed ones. */
export function requireOrigin(request: Request, config: AllowedOrigins): void {
  const { hosts, origins } = getAllowed(config);
  const refused = hostHeaderValidationResponse(request, hosts) ?? originValidationResponse(request, origins);
  if (refused !== undefined) throw new AppError("origin_not_allowed");
}

interface Allowed {
  hosts: string[];
  origins: string[];
}

const known = new WeakMap<AllowedOrigins, Allowed>();

function getAllowed(config: AllowedOrigins): Allowed {
  const allowed = known.get(config) ?? toAllowed(config);
  known.set(config, allowed);
  return allowed;
}

function toAllowed({ apiUrl, allowedOrigins }: AllowedOrigins): Allowed {
  const { hostname } = new URL(apiUrl);
  const local = localhostAllowedHostnames().includes(hostname);
  return {
    hosts: local ? localhostAllowedHostnames() : [hostname],
    origins: [...(local ? localhostAllowedOrigins() : [hostname]), ...clientOrigins, ...allowedOrigins],
  };
}
