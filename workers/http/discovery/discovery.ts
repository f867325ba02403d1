import { getConfig } from "#env.ts";
import { createApi } from "../hono.ts";
import { toLlmsText } from "./llms-text.ts";
import { toServerJson } from "./server-json.ts";

/** What tells machines about this deployment. */
export const serverJson = createApi();
serverJson.get("/server.json", (c) => c.json(toServerJson(getConfig(c.env))));

/** Served at the API's address and at the dashboard's. */
export const llmsText = createApi();
llmsText.get("/llms.txt", (c) => c.text(toLlmsText(getConfig(c.env))));
