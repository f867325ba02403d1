import { Hono } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import {
  showCheckout,
  showAuthentication as showCheckoutAuthentication,
  submitCheckout,
  submitAuthentication as submitCheckoutAuthentication,
} from "../checkout/pages.ts";
import { portalPages } from "../portal/pages.ts";
import { showAuthentication, submitAuthentication } from "./authentication.ts";
import { downloadInvoice, payInvoicePage, showInvoice } from "./invoice.ts";
import { apology } from "./layout.ts";

/** The pages that customers of an account see. */
export const stripePages = new Hono<{ Bindings: SandboxBindings }>()
  .notFound(() => apology("Not found", "There is nothing at this address.", 404))
  .get("/stripe/checkout/:session", showCheckout)
  .post("/stripe/checkout/:session", submitCheckout)
  .get("/stripe/checkout/:session/authenticate", showCheckoutAuthentication)
  .post("/stripe/checkout/:session/authenticate", submitCheckoutAuthentication)
  .route("/stripe/portal/:token", portalPages)
  .get("/stripe/authenticate/:intent", showAuthentication)
  .post("/stripe/authenticate/:intent", submitAuthentication)
  .get("/stripe/invoices/:token", showInvoice)
  .post("/stripe/invoices/:token", payInvoicePage)
  .get("/stripe/invoices/:token/pdf", downloadInvoice);
