import { z } from "zod";
import { Scope } from "../keys/scope.ts";

export const MemberPolicy = z.object({
  /** What the member's role allows of tools; a key never exceeds it. */
  scopes: z.array(Scope),
  /** The connectors that the member's keys may use; null: all. */
  connectors: z.array(z.string()).nullable(),
  /** Whether the member runs the organization, and so every connection in it. */
  administers: z.boolean(),
});
export type MemberPolicy = z.infer<typeof MemberPolicy>;

/** Who may do what here, as the Directory says. Its version grows with each change there. */
export const Policy = z.object({
  version: z.int().nonnegative(),
  /** The organization is being deleted. */
  closed: z.boolean(),
  /** By the operator. */
  suspended: z.boolean(),
  /** CIDR ranges that calls may come from; null: anywhere. */
  ipAllowList: z.array(z.string()).nullable(),
  /** By user id. */
  members: z.record(z.string(), MemberPolicy),
});
export type Policy = z.infer<typeof Policy>;
