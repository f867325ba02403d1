import { createRequestStateCodec } from "@modelcontextprotocol/server";

/** Signs what a client must bring back unchanged. Nothing depends on it, so the key need not be secret. */
export const requestState = createRequestStateCodec<{ step: number }>({
  key: "what the conformance suites bring back",
});
