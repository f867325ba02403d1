import { html } from "hono/html";

const cards = [
  ["4242 4242 4242 4242", "works"],
  ["4000 0025 0000 3155", "asks for confirmation once (3-D Secure)"],
  ["4000 0027 6000 3184", "asks for confirmation at each payment"],
  ["4000 0000 0000 0341", "can be kept, then fails when it is charged"],
  ["4000 0000 0000 0002", "is declined"],
  ["4000 0000 0000 9995", "has insufficient funds"],
  ["4000 0000 0000 0069", "has expired"],
  ["4000 0000 0000 0127", "has another security code"],
] as const;

const accounts: Record<string, readonly (readonly [string, string])[]> = {
  us_bank_account: [
    ["000123456789", "pays after some days"],
    ["000222222227", "fails after some days"],
  ],
  sepa_debit: [
    ["DE89370400440532013000", "pays after some days"],
    ["DE62370400440532013001", "fails after some days"],
  ],
};

/** What to type in, and what it does. */
export function testNumbers(debit: string | undefined) {
  const rows = [...cards, ...(debit ? (accounts[debit] ?? []) : [])];
  return html`<details>
    <summary>Numbers for tests</summary>
    <table>
      <tbody>
        ${rows.map(([number, does]) => html`<tr><td><code>${number}</code></td><td>${does}</td></tr>`)}
      </tbody>
    </table>
    <p class="soft">Any expiry date in the future, any security code.</p>
  </details>`;
}
