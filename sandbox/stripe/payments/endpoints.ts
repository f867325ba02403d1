import type { Endpoint } from "../core/endpoint.ts";
import { addPaymentIntent } from "./add-payment-intent.ts";
import { addPaymentMethod } from "./add-payment-method.ts";
import { addSetupIntent } from "./add-setup-intent.ts";
import { addSource } from "./add-source.ts";
import { attach } from "./attach.ts";
import { cancel } from "./cancel.ts";
import { cancelSetup } from "./cancel-setup.ts";
import { capture } from "./capture.ts";
import { confirm } from "./confirm.ts";
import { confirmSetup } from "./confirm-setup.ts";
import { deleteSource } from "./delete-source.ts";
import { detach } from "./detach-payment-method.ts";
import { listCharges } from "./list-charges.ts";
import { listPaymentIntents } from "./list-payment-intents.ts";
import { listCustomerPaymentMethods, listPaymentMethods } from "./list-payment-methods.ts";
import { listSetupIntents } from "./list-setup-intents.ts";
import { listSources } from "./list-sources.ts";
import { retrieveCharge } from "./retrieve-charge.ts";
import { retrievePaymentIntent } from "./retrieve-payment-intent.ts";
import { retrieveCustomerPaymentMethod, retrievePaymentMethod } from "./retrieve-payment-method.ts";
import { retrieveSetupIntent } from "./retrieve-setup-intent.ts";
import { retrieveSource } from "./retrieve-source.ts";
import { updatePaymentIntent } from "./update-payment-intent.ts";
import { updatePaymentMethod } from "./update-payment-method.ts";
import { updateSetupIntent } from "./update-setup-intent.ts";
import { updateSource } from "./update-source.ts";

export const paymentEndpoints: Endpoint[] = [
  addPaymentMethod,
  retrievePaymentMethod,
  updatePaymentMethod,
  listPaymentMethods,
  attach,
  detach,
  listCustomerPaymentMethods,
  retrieveCustomerPaymentMethod,
  addPaymentIntent,
  retrievePaymentIntent,
  updatePaymentIntent,
  listPaymentIntents,
  confirm,
  cancel,
  capture,
  retrieveCharge,
  listCharges,
  addSetupIntent,
  retrieveSetupIntent,
  updateSetupIntent,
  listSetupIntents,
  confirmSetup,
  cancelSetup,
  addSource,
  retrieveSource,
  updateSource,
  listSources,
  deleteSource,
];
