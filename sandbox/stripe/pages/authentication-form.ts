import { html } from "hono/html";
import { z } from "zod";
import { layout } from "./layout.ts";
import { toMoney } from "./money.ts";

export const Answer = z.object({ answer: z.enum(["authorize", "fail"]).catch("fail") });

interface Asked {
  action: string;
  amount: number | null;
  currency: string | null;
}

/** What the customer's bank shows: 3-D Secure. */
export function authenticationForm({ action, amount, currency }: Asked): Promise<Response> {
  const what =
    amount && currency
      ? html`a payment of <strong>${toMoney(amount, currency)}</strong>`
      : "the use of your card";
  return layout(
    "Confirm with your bank",
    html`<div class="card">
      <h1>Confirm with your bank</h1>
      <p>Your bank (3-D Secure) wants to know whether you authorize ${what}.</p>
      <form method="post" action="${action}" class="actions">
        <button name="answer" value="authorize">Authorize</button>
        <button class="plain" name="answer" value="fail">Fail</button>
      </form>
    </div>`,
  );
}
