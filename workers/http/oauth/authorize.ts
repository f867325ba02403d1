import type { Context } from "hono";
import { html } from "hono/html";
import { consumeRate } from "#directory/consume-rate.ts";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { toPage } from "../docs/layout.ts";
import type { HonoEnv } from "../hono.ts";
import { readNetwork } from "../read-network.ts";
import { parseAuthorization } from "./parse-authorization.ts";

/** A person opens it now and then; each may make us read what another site says of a client. */
const RATE = { requests: 60, seconds: 60 };

/** The authorization endpoint: whoever asks validly goes on to the consent page, and nobody is redirected to an unknown address. */
export async function handleAuthorize(c: Context<HonoEnv>): Promise<Response> {
  const { search } = new URL(c.req.url);
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "no-referrer");
  c.header(
    "content-security-policy",
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  try {
    const network = readNetwork(c.req.raw.headers);
    await consumeRate(c.env.DB, `authorize/${network}`, RATE, await getNow(c.env));
    const parsed = await parseAuthorization(c.env, search);
    if (parsed.kind === "refused") return c.redirect(parsed.redirectTo);
    return c.redirect(`${getConfig(c.env).dashboardUrl}/authorize${search}`);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { retryAfterSeconds } = thrown.details;
    if (retryAfterSeconds !== undefined) c.header("retry-after", String(retryAfterSeconds));
    return c.html(
      toPage(
        "Not connected",
        html`<h1>The app could not be connected</h1>
          <p>${thrown.message}</p>
          <p>Nothing was given away. Close this page, and start again in the app.</p>
          <p><a href="/docs/errors/${thrown.code}"><code>${thrown.code}</code></a></p>`,
      ),
      thrown.status === 429 ? 429 : 400,
    );
  }
}
