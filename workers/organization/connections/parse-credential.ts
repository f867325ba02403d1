import { z } from "zod";
import type { AnyConnector } from "#connectors/get-connector.ts";
import { parseInput } from "#lib/parse-input.ts";

/** What is wrong with it is named as the caller's body has it: `credential.secretKey`. */
export function parseCredential(connector: AnyConnector, credential: unknown) {
  return parseInput(z.object({ credential: connector.credential }), { credential }).credential;
}
