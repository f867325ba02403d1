import { Hono } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import { showCancel, submitCancel, submitResume } from "./cancel-page.ts";
import { showDetails, submitDetails } from "./details-page.ts";
import { withGuest } from "./guest.ts";
import { showPortal } from "./home-page.ts";
import { showPause, submitPause, submitUnpause } from "./pause-page.ts";
import { keepPaymentMethod, showPaymentMethod, submitPaymentMethod } from "./payment-method-page.ts";
import { showConfirm, showUpdate, submitConfirm } from "./update-page.ts";

/** What customers see behind a portal link. */
export const portalPages = new Hono<{ Bindings: SandboxBindings }>()
  .get("/", withGuest(showPortal))
  .get("/payment-method", withGuest(showPaymentMethod))
  .post("/payment-method", withGuest(submitPaymentMethod))
  .get("/payment-method/:intent", withGuest(keepPaymentMethod))
  .get("/details", withGuest(showDetails))
  .post("/details", withGuest(submitDetails))
  .get("/subscriptions/:subscription/cancel", withGuest(showCancel))
  .post("/subscriptions/:subscription/cancel", withGuest(submitCancel))
  .post("/subscriptions/:subscription/resume", withGuest(submitResume))
  .get("/subscriptions/:subscription/update", withGuest(showUpdate))
  .get(
    "/subscriptions/:subscription/confirm",
    withGuest((c, guest) => showConfirm(c, guest)),
  )
  .post("/subscriptions/:subscription/confirm", withGuest(submitConfirm))
  .get("/subscriptions/:subscription/pause", withGuest(showPause))
  .post("/subscriptions/:subscription/pause", withGuest(submitPause))
  .post("/subscriptions/:subscription/unpause", withGuest(submitUnpause));
