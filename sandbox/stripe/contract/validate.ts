import { z } from "zod";
import { contract, findCall } from "./contract.ts";
import { findViolations, resolve } from "./find-violations.ts";
import type { Schema } from "./schema.ts";

export interface ApiRequest {
  method: string;
  path: string;
  /** As decoded from the form: every leaf is text. */
  params: object;
}

export interface ApiAnswer {
  status: number;
  body: unknown;
}

/**
 * Where a request and its answer are not as the SDK's types have them. A refused request may be as wrong as it likes:
 * what counts is that it was refused, with an error that the SDK recognises.
 */
export function violationsOf({ method, path, params }: ApiRequest, { status, body }: ApiAnswer): string[] {
  if (status >= 400) return findViolations(refusal, body, contract);
  const call = findCall(method, path);
  if (!call) return [`${method} ${path} is not a call of the API`];
  const wrongParams = findViolations(call.params, params, { ...contract, form: true });
  return [
    ...wrongParams.map((text) => `Accepted, although ${text}`),
    ...findViolations(call.answer, body, contract).map((text) => `In the answer, ${text}`),
    ...eventsIn(body).flatMap(violationsOfEvent),
  ];
}

const Event = z.looseObject({
  object: z.literal("event"),
  type: z.string(),
  api_version: z.string(),
  data: z.object({ object: z.unknown() }),
});

/** Where what an event carries is not what its type is about. */
export function violationsOfEvent(event: unknown): string[] {
  const parsed = Event.safeParse(event);
  if (!parsed.success) return ["An event without type, version or data"];
  const { type, api_version, data } = parsed.data;
  if (api_version !== contract.apiVersion) return [];
  const schema = contract.events[type];
  if (!schema) return [`${type} is not an event of the API`];
  return findViolations(schema, data.object, contract).map((text) => `In ${type}, ${text}`);
}

const List = z.object({ object: z.literal("list"), data: z.array(z.unknown()) });

function eventsIn(body: unknown): unknown[] {
  const list = List.safeParse(body);
  const objects = list.success ? list.data.data : [body];
  return objects.filter((object) => Event.safeParse(object).success);
}

/** Whether Stripe has such a parameter, as errors name it: `items[0][price_data][unit_amount]`. */
export function isKnownToStripe(method: string, path: string, name: string): boolean {
  const call = findCall(method, path);
  const segments = name.split(/[[\]]+/).filter((segment) => segment !== "");
  return call !== undefined && hasParam(call.params, segments);
}

function hasParam(schema: Schema, segments: string[]): boolean {
  if (schema.$ref) return hasParam(resolve(schema.$ref, contract), segments);
  if (schema.anyOf) return schema.anyOf.some((choice) => hasParam(choice, segments));
  const [segment, ...rest] = segments;
  if (segment === undefined) return true;
  const inner = schema.items ?? schema.properties?.[segment] ?? schema.additionalProperties;
  return inner ? hasParam(inner, rest) : false;
}

const { properties: errorFields = {} } = resolve("#/$defs/SetupIntent.LastSetupError", contract);

/** One that is documented and not in the SDK's types, and one of the stand-in's own. */
const moreCodes = ["subscription_payment_intent_requires_action", "sandbox_unsupported"];

/** The body of every refusal. The SDK takes one without `error` for a success. */
const refusal: Schema = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        ...errorFields,
        code: { enum: [...(errorFields.code?.enum ?? []), ...moreCodes] },
        request_log_url: { type: "string" },
      },
      required: ["type", "message"],
      additionalProperties: false,
    },
  },
  required: ["error"],
  additionalProperties: false,
};
