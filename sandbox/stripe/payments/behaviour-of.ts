import type { Context } from "../core/context.ts";
import type { PaymentMethod } from "../core/objects.ts";
import type { CardBehaviour } from "../core/records.ts";

/** How a charge to it will go: as control has set for its customer, else by its own number. */
export const behaviourOf = ({ db }: Context, { id, customer }: PaymentMethod): CardBehaviour =>
  (customer && db.customerRecords.find(customer)?.behaviour) || db.paymentMethodRecords.get(id).behaviour;
