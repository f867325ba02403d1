import { checkoutEndpoints } from "./checkout/endpoints.ts";
import type { Endpoint } from "./core/endpoint.ts";
import { couponEndpoints } from "./coupons/endpoints.ts";
import { customerEndpoints } from "./customers/endpoints.ts";
import { eventEndpoints } from "./events/endpoints.ts";
import { invoiceEndpoints } from "./invoices/endpoints.ts";
import { meterEndpoints } from "./meters/endpoints.ts";
import { paymentEndpoints } from "./payments/endpoints.ts";
import { planEndpoints } from "./plans/endpoints.ts";
import { portalEndpoints } from "./portal/endpoints.ts";
import { priceEndpoints } from "./prices/endpoints.ts";
import { productEndpoints } from "./products/endpoints.ts";
import { scheduleEndpoints } from "./schedules/endpoints.ts";
import { searchEndpoints } from "./search/endpoints.ts";
import { subscriptionEndpoints } from "./subscriptions/endpoints.ts";
import { testClockEndpoints } from "./test-clocks/endpoints.ts";

/** Every call that the stand-in answers. */
export const endpoints: Endpoint[] = [
  ...searchEndpoints,
  ...checkoutEndpoints,
  ...couponEndpoints,
  ...customerEndpoints,
  ...eventEndpoints,
  ...meterEndpoints,
  ...paymentEndpoints,
  ...planEndpoints,
  ...invoiceEndpoints,
  ...portalEndpoints,
  ...priceEndpoints,
  ...subscriptionEndpoints,
  ...scheduleEndpoints,
  ...testClockEndpoints,
  ...productEndpoints,
];
