import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { SandboxBindings } from "#sandbox/app.ts";
import {
  showCheckout,
  showAuthentication as showCheckoutAuthentication,
  submitCheckout,
  submitAuthentication as submitCheckoutAuthentication,
} from "../checkout/pages.ts";
import { StripeError } from "../core/errors.ts";
import { portalPages } from "../portal/pages.ts";
import { showAuthentication, submitAuthentication } from "./authentication.ts";
import { downloadInvoice, payInvoicePage, showInvoice } from "./invoice.ts";
import { apology } from "./layout.ts";
import { UnreadableForm } from "./read-form.ts";

const largestForm = 100_000;

/** The pages that customers of an account see. */
export const stripePages = new Hono<{ Bindings: SandboxBindings }>()
  .onError((error) => {
    if (error instanceof UnreadableForm) return unreadable(400);
    if (error instanceof StripeError) return apology("Not possible", error.message, error.status);
    console.error("A page of the Stripe stand-in failed", error);
    return apology("Something went wrong", "This page could not be shown. Try again.", 500);
  })
  .use(bodyLimit({ maxSize: largestForm, onError: () => unreadable(413) }))
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

const unreadable = (status: number) =>
  apology("Not understood", "This form could not be read. Go back and try again.", status);
