import type { Endpoint } from "./core/endpoint.ts";
import { retrieveCustomer } from "./customers/retrieve-customer.ts";

/** Every call that the stand-in answers. */
export const endpoints: Endpoint[] = [retrieveCustomer];
