import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { createFromData, paymentMethodFields } from "./payment-method-params.ts";

const Params = z.strictObject(paymentMethodFields);

export const addPaymentMethod = endpoint("POST", "/v1/payment_methods", Params, createFromData);
