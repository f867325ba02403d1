import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveTestClock = endpoint(
  "GET",
  "/v1/test_helpers/test_clocks/:clock",
  z.strictObject({}),
  ({ db }, _, ids) => db.testClocks.get(ids.clock),
);
