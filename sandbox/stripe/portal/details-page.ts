import { html } from "hono/html";
import { z } from "zod";
import { changeCustomer } from "../customers/change-customer.ts";
import { field } from "../pages/field.ts";
import { layout } from "../pages/layout.ts";
import type { Errors } from "../pages/payment-fields.ts";
import { readForm } from "../pages/read-form.ts";
import type { StripeRequest } from "../router.ts";
import { finish, refusal } from "./finish.ts";
import type { Guest } from "./guest.ts";

const Line = z.string().trim().max(256).default("");
const addressFields = ["line1", "line2", "postal_code", "city", "state", "country"] as const;
const Form = z.object({
  name: Line,
  email: Line,
  phone: Line,
  line1: Line,
  line2: Line,
  postal_code: Line,
  city: Line,
  state: Line,
  country: Line,
});
type Form = z.output<typeof Form>;

const off = "Billing details cannot be changed here.";

export function showDetails(_: StripeRequest, guest: Guest): Promise<Response> {
  const { customer, features } = guest;
  if (!features.customer_update.enabled) return refusal(guest, off);
  const address = Object.fromEntries(addressFields.map((name) => [name, customer.address?.[name] ?? ""]));
  const { name, email, phone } = customer;
  return page(
    guest,
    Form.parse({ name: name ?? "", email: email ?? "", phone: phone ?? "", ...address }),
    {},
  );
}

export async function submitDetails(c: StripeRequest, guest: Guest): Promise<Response> {
  const { customer, features } = guest;
  if (!features.customer_update.enabled) return refusal(guest, off);
  const form = await readForm(c, Form);
  const isAllowed = (update: string) =>
    features.customer_update.allowed_updates.some((one) => one === update);
  if (isAllowed("email") && !z.email().safeParse(form.email).success)
    return page(guest, form, { email: "Enter an e-mail address." });
  const { line1, line2, postal_code, city, state, country } = form;
  const address = {
    line1: line1 || null,
    line2: line2 || null,
    postal_code: postal_code || null,
    city: city || null,
    state: state || null,
    country: country || null,
  };
  guest.act((ctx) =>
    changeCustomer(ctx, customer.id, {
      ...(isAllowed("name") ? { name: form.name || null } : {}),
      ...(isAllowed("email") ? { email: form.email } : {}),
      ...(isAllowed("phone") ? { phone: form.phone || null } : {}),
      ...(isAllowed("address") ? { address } : {}),
    }),
  );
  return finish(guest, "Your details have been changed.");
}

function page({ features, home }: Guest, form: Form, errors: Errors): Promise<Response> {
  const { allowed_updates } = features.customer_update;
  const show = (update: string, name: keyof Form, label: string, autocomplete: string) =>
    allowed_updates.some((one) => one === update)
      ? field({ name, label, value: form[name], error: errors[name], autocomplete })
      : "";
  return layout(
    "Billing details",
    html`<p><a href="${home}?done=">← Back</a></p>
      <form class="card" method="post" novalidate>
        <h1>Billing details</h1>
        ${show("name", "name", "Name", "name")} ${show("email", "email", "E-mail", "email")}
        ${show("phone", "phone", "Phone", "tel")} ${show("address", "line1", "Address", "address-line1")}
        ${show("address", "line2", "Address, second line", "address-line2")}
        <div class="row">
          ${show("address", "postal_code", "Postal code", "postal-code")} ${show("address", "city", "City", "address-level2")}
          ${show("address", "state", "State", "address-level1")} ${show("address", "country", "Country code", "country")}
        </div>
        <button class="block">Save</button>
      </form>`,
    { status: Object.keys(errors).length > 0 ? 402 : 200 },
  );
}
