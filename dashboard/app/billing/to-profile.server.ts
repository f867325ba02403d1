import { getText } from "#forms.server.ts";

/** The billing profile as the API takes it: what is left empty is said by nobody. */
export function toProfile(form: FormData) {
  const read = (name: string) => getText(form, name) || null;
  const address = {
    line1: getText(form, "address.line1"),
    line2: read("address.line2"),
    city: read("address.city"),
    state: read("address.state"),
    postalCode: read("address.postalCode"),
    country: getText(form, "address.country").toUpperCase(),
  };
  const taxId = { type: getText(form, "taxId.type"), value: getText(form, "taxId.value") };
  const isEmpty = (part: object) => Object.values(part).every((value) => !value);
  return {
    email: read("email"),
    name: read("name"),
    address: isEmpty(address) ? null : address,
    taxId: isEmpty(taxId) ? null : taxId,
  };
}

export function toNotifications(form: FormData) {
  return {
    usageAlerts: form.has("usageAlerts"),
    invoiceEmails: form.has("invoiceEmails"),
    webhookNotifications: form.has("webhookNotifications"),
    alertThresholds: getText(form, "alertThresholds")
      .split(/[\s,%]+/)
      .filter(Boolean)
      .map(Number),
  };
}
