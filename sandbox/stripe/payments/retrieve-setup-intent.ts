import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Text } from "../wire/parameters.ts";

const Params = z.strictObject({ client_secret: Text.optional() });

export const retrieveSetupIntent = endpoint("GET", "/v1/setup_intents/:intent", Params, ({ db }, _, ids) =>
  db.setupIntents.get(ids.intent),
);
