import { createRequestHandler } from "@remix-run/cloudflare-pages";
// @ts-expect-error Remix emits its server build without types.
import * as build from "../build/server/index.js";
import { getLoadContext } from "../load-context.ts";

export const onRequest = createRequestHandler({ build, getLoadContext });
