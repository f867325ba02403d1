import type { Customer } from "../core/objects.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { Address, CustomerFields, InvoiceSettings } from "./customer-params.ts";

/** The customer as the given fields make it. The balance, cards and discounts are not fields: they have their own history. */
export function applyCustomerFields(customer: Customer, fields: CustomerFields): Customer {
  const { address, preferred_locales, shipping, tax_exempt, metadata, invoice_settings } = fields;
  return {
    ...customer,
    ...defined({
      description: fields.description,
      email: fields.email,
      invoice_prefix: fields.invoice_prefix,
      name: fields.name,
      next_invoice_sequence: fields.next_invoice_sequence,
      phone: fields.phone,
      address: address && toAddress(address),
      preferred_locales: preferred_locales === null ? [] : preferred_locales,
      shipping: shipping && {
        address: toAddress(shipping.address),
        name: shipping.name,
        phone: shipping.phone ?? null,
      },
      tax_exempt: tax_exempt === null ? "none" : tax_exempt,
      ...toNames(fields),
    }),
    invoice_settings: toInvoiceSettings(customer.invoice_settings, invoice_settings),
    metadata: mergeMetadata(customer.metadata, metadata),
  };
}

export const toAddress = (address: Address) => ({
  city: address.city || null,
  country: address.country || null,
  line1: address.line1 || null,
  line2: address.line2 || null,
  postal_code: address.postal_code || null,
  state: address.state || null,
});

/** These two are absent rather than null. */
const toNames = ({ business_name, individual_name }: CustomerFields) => ({
  business_name: business_name ?? undefined,
  individual_name: individual_name ?? undefined,
});

function toInvoiceSettings(former: Customer["invoice_settings"], given: InvoiceSettings = {}) {
  const { rendering_options } = given;
  return {
    ...former,
    ...defined({
      custom_fields: given.custom_fields,
      default_payment_method: given.default_payment_method,
      footer: given.footer,
      rendering_options: rendering_options && {
        amount_tax_display: rendering_options.amount_tax_display ?? null,
        template: rendering_options.template ?? null,
      },
    }),
  };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without the fields that were not given. Safe: what is taken away is exactly what the type leaves out. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
