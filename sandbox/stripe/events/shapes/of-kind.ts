import type * as objects from "../../core/objects.ts";

interface Kinds {
  charge: objects.Charge;
  customer: objects.Customer;
  invoice: objects.Invoice;
  invoiceitem: objects.InvoiceItem;
  payment_intent: objects.PaymentIntent;
  subscription: objects.Subscription;
}

/** What an object of one of these kinds looked like in older versions; others looked as they do. */
export type Converters<More> = {
  [Kind in keyof Kinds]?: (object: Partial<Kinds[Kind]>, more: More) => object;
};

export function convertKind<More>(converters: Converters<More>, object: object, more: More): object {
  const kind: unknown = Reflect.get(object, "object");
  // Safe: an object of that kind has fields of that type or, if control made it up, lacks them.
  const convert = converters[kind as keyof Kinds] as ((object: object, more: More) => object) | undefined;
  return convert ? convert(object, more) : object;
}

export function without(object: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
