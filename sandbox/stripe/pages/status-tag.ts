import { html } from "hono/html";

const good = ["paid", "active", "trialing"];
const bad = ["past_due", "unpaid", "canceled", "uncollectible", "incomplete", "incomplete_expired"];

/** A status as a coloured word. */
export function statusTag(status: string) {
  const tone = good.includes(status) ? "good" : bad.includes(status) ? "bad" : "";
  return html`<span class="tag ${tone}">${status.replaceAll("_", " ")}</span>`;
}
