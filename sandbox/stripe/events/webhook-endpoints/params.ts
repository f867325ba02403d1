import { z } from "zod";
import { invalidRequest } from "../../core/errors.ts";
import { Metadata, Text, unsettable } from "../../wire/parameters.ts";
import { eventTypes } from "../event-types.ts";

/** What can be given at creation and later. */
export const endpointFields = {
  url: Text,
  enabled_events: z.array(Text).min(1),
  description: unsettable(z.string().max(5000)).optional(),
  metadata: Metadata.optional(),
};

/** Unlike Stripe in live mode, takes http too: what is to be tried out here seldom has a certificate. */
export function requireWebAddress(url: string): void {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb) throw invalidRequest("Invalid URL: URL must be HTTPS.", { code: "url_invalid", param: "url" });
}

export function requireKnownTypes(types: string[]): void {
  const unknown = types.findIndex((type) => type !== "*" && !eventTypes.has(type));
  if (unknown === -1) return;
  const message = `Invalid enabled_events[${unknown}]: must be '*' or a type of event that Stripe sends`;
  throw invalidRequest(message, { param: `enabled_events[${unknown}]` });
}
