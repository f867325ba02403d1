import { env } from "cloudflare:workers";
import { z } from "zod";
import type { createBrowser } from "./browser.ts";

type Browser = ReturnType<typeof createBrowser>;
export type Provider = "google" | "github";

const Started = z.object({ url: z.url() });

/** Where the dashboard would send the browser. */
export async function startSignIn(browser: Browser, provider: Provider): Promise<URL> {
  const form = { provider, callbackURL: "/welcome" };
  const { body } = await browser.post("/api/v1/auth/sign-in/social", form);
  return new URL(Started.parse(body).url);
}

/** Fills in the provider's page, and returns the address that it sends the browser back to. */
export async function consent(url: URL, decision: Record<string, string>): Promise<URL> {
  const body = new URLSearchParams(decision);
  const response = await env.SANDBOX.fetch(url, { method: "POST", body, redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

/** The whole way; where the browser ends up. */
export async function signInWith(browser: Browser, provider: Provider, decision: Record<string, string>) {
  const back = await consent(await startSignIn(browser, provider), decision);
  const { headers } = await browser.get(back.href);
  return headers.get("location");
}
