import { html } from "hono/html";
import { apology, layout, seeOther } from "../pages/layout.ts";
import type { Guest } from "./guest.ts";

/** Where the customer goes when they have done what they came for. */
export function finish({ session, home }: Guest, done: string): Promise<Response> | Response {
  const { type, redirect, hosted_confirmation } = session.flow?.after_completion ?? {};
  if (type === "redirect" && redirect) return seeOther(redirect.return_url);
  if (type !== "hosted_confirmation") return seeOther(`${home}?done=${encodeURIComponent(done)}`);
  return layout(
    "Done",
    html`<div class="card">
      <h1>${done}</h1>
      <p>${hosted_confirmation?.custom_message ?? "You can close this page."}</p>
    </div>`,
  );
}

/** For what the configuration does not offer, or the subscription does not allow. */
export const refusal = ({ home }: Guest, text: string) =>
  apology("Not possible here", text, 403, { href: `${home}?done=`, text: "Back to the portal" });

export const scheduled =
  "A change of this subscription is already planned, so it cannot be changed here. Please contact us.";
