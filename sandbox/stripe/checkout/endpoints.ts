import { confirmPaymentPage } from "./confirm-payment-page.ts";
import { createSession } from "./create-session.ts";
import { expireSession } from "./expire-session.ts";
import { listLines } from "./list-lines.ts";
import { listSessions } from "./list-sessions.ts";
import { retrievePaymentPage } from "./retrieve-payment-page.ts";
import { retrieveSession } from "./retrieve-session.ts";
import { updateSession } from "./update-session.ts";

export const checkoutEndpoints = [
  createSession,
  retrieveSession,
  updateSession,
  listSessions,
  listLines,
  expireSession,
  retrievePaymentPage,
  confirmPaymentPage,
];
