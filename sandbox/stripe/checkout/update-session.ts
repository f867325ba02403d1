import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, mergeMetadata } from "../wire/parameters.ts";

const Params = z.strictObject({ metadata: Metadata.optional() });

export const updateSession = endpoint(
  "POST",
  "/v1/checkout/sessions/:session",
  Params,
  ({ db }, { metadata }, ids) => {
    const session = db.checkoutSessions.get(ids.session);
    return db.checkoutSessions.change(session.id, {
      metadata: mergeMetadata(session.metadata ?? {}, metadata),
    });
  },
);
