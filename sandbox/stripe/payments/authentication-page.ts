import type { Context } from "../core/context.ts";
import { toAuthenticationUrl } from "../pages/urls.ts";

/** As an intent's next action. */
export function toAuthenticationPage(ctx: Context, intent: string, return_url: string | null = null) {
  return {
    type: "redirect_to_url",
    redirect_to_url: { return_url, url: toAuthenticationUrl(ctx, intent) },
  };
}
