import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";

export const listLines = endpoint(
  "GET",
  "/v1/checkout/sessions/:session/line_items",
  z.strictObject(listFields),
  ({ db }, page, { session }) => {
    const { id } = db.checkoutSessions.get(session);
    const { lines } = db.checkoutRecords.get(id);
    // In the order in which they were given, unlike other lists.
    return toList(`/v1/checkout/sessions/${id}/line_items`, lines.toReversed(), page);
  },
);
