import { z } from "zod";
import json from "./contract.json";
import type { Schema } from "./schema.ts";

/** What the SDK's types say of the API at one version. */
export interface Contract {
  apiVersion: string;
  /** By method and path: `POST /v1/customers/{id}`. */
  calls: Record<string, CallContract>;
  /** What an event of this type is about. */
  events: Record<string, Schema>;
  $defs: Record<string, Schema>;
}

export interface CallContract {
  params: Schema;
  answer: Schema;
}

/** Not looked into: a test of the repository compares the file with what its generator makes. */
export const contract: Contract = z.custom<Contract>().parse(json);

/** The call of this method and path: an address, or a route as Hono writes it. A word comes before a placeholder. */
export function findCall(method: string, path: string): CallContract | undefined {
  const exact = contract.calls[`${method} ${path}`];
  return exact ?? routes.find((route) => route.method === method && route.pattern.test(path))?.call;
}

const routes = Object.entries(contract.calls).map(([name, call]) => {
  const [method, path = ""] = name.split(" ");
  return { method, call, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`) };
});
