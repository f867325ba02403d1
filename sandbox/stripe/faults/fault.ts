import { z } from "zod";

const times = z.int().min(1).optional();

/** Applied to what goes out about the customer (if one is named) and of the type (`invoice.*` or all). */
const ofEvents = { customer: z.string().optional(), type: z.string().default("*"), times };

/** Applied to the requests that name the customer (if one is named) and whose path begins so. */
const ofRequests = {
  customer: z.string().optional(),
  method: z.enum(["GET", "POST", "DELETE"]).optional(),
  path: z.string().startsWith("/").optional(),
  times,
};

const Milliseconds = z.int().min(1).max(120_000);

export const EventFault = z.discriminatedUnion("kind", [
  /** Goes out twice. */
  z.strictObject({ kind: z.literal("duplicate"), ...ofEvents }),
  /** What one transaction tells goes out in the opposite order. */
  z.strictObject({ kind: z.literal("shuffle"), ...ofEvents }),
  z.strictObject({ kind: z.literal("delay"), seconds: z.int().min(1), ...ofEvents }),
  /** Never arrives, though Stripe believes that it did. */
  z.strictObject({ kind: z.literal("drop"), ...ofEvents }),
  /** Waits until a newer event of the same object has gone out. */
  z.strictObject({ kind: z.literal("stale"), ...ofEvents }),
]);
export type EventFault = z.infer<typeof EventFault>;

export const RequestFault = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("error"),
      status: z.union([z.literal(409), z.literal(429), z.int().min(500).max(599)]),
      code: z.string().optional(),
      /** Whether the call has its effect all the same. */
      when: z.enum(["before", "after"]).default("before"),
      ...ofRequests,
    })
    .refine(
      ({ status, when }) => when === "before" || status >= 500,
      "A 409 or 429 is not repeated under its key: the call would have its effect twice",
    ),
  /** The call has its effect, and then the connection breaks. */
  z.strictObject({ kind: z.literal("cut"), ...ofRequests }),
  /** The webhooks of the call have been answered before the call is. */
  z.strictObject({ kind: z.literal("early"), ...ofRequests }),
  z.strictObject({ kind: z.literal("latency"), ms: Milliseconds, ...ofRequests }),
  z.strictObject({ kind: z.literal("slow_body"), ms: Milliseconds, ...ofRequests }),
]);
export type RequestFault = z.infer<typeof RequestFault>;

export const FaultRule = z.union([EventFault, RequestFault]);
export type FaultRule = z.infer<typeof FaultRule>;

export type Fault = FaultRule & { id: string };
