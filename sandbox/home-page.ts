import { html } from "hono/html";
import { page } from "./page.ts";
import type { World } from "./world.ts";

export function homePage({ clock, hostaway }: World): Promise<Response> {
  const accounts = hostaway.accounts
    .summaries()
    .map(
      ({ accountId, clientSecret, listings, reservations }) =>
        html`<tr><td>${accountId}</td><td><code>${clientSecret}</code></td><td>${listings}</td><td>${reservations}</td></tr>`,
    );
  return page(
    "Latchkey sandbox",
    html`<p>Stands in for what Latchkey would reach over the network. Its time is ${new Date(clock.now()).toISOString()}.</p>
      <ul>
        <li><a href="/mailbox">Mailbox</a>: what the product would have e-mailed</li>
        <li><a href="/control/state">Control state</a>: clock, settings, faults and accounts</li>
        <li><a href="/control/hostaway/requests">Requests</a>: the latest calls to the Hostaway stand-in</li>
        <li><code>/identity-provider</code>: Google and GitHub, as the sign-in page leads to them</li>
        <li><code>/conformance/mcp</code>: an MCP server for the official conformance suites</li>
        <li><code>/hostaway/v1</code>: the Hostaway API; any account below signs in to it</li>
      </ul>
      <table>
        <thead><tr><th>Account id</th><th>Client secret</th><th>Listings</th><th>Reservations</th></tr></thead>
        <tbody>${accounts}</tbody>
      </table>`,
  );
}
