import type { ErrorEntry } from "./error-entry.ts";

/** Who asks, whether it is paid for, and whether they may. */
export const accessErrors = {
  missing_credential: {
    status: 401,
    whoCanFix: "you",
    title: "No credential",
    cause: "The request carried neither an `X-API-Key` header nor an `Authorization: Bearer` header.",
    fix: "Let your assistant sign in, or send your API key in `X-API-Key`. Keys are made in the dashboard under API keys.",
  },
  invalid_key: {
    status: 401,
    whoCanFix: "you",
    title: "Unknown API key",
    cause:
      "The key is malformed, was never issued here, or belongs to an organization that no longer exists.",
    fix: "Copy the key again, whole: `api_` and 64 hexadecimal characters. If it is lost, make a new one.",
  },
  revoked_key: {
    status: 401,
    whoCanFix: "owner",
    title: "API key revoked",
    cause: "The key was deleted or regenerated. That takes effect on the next request.",
    fix: "Use the newer key, or ask an owner or admin of the organization for one.",
  },
  invalid_access_token: {
    status: 401,
    whoCanFix: "you",
    title: "Access token not valid",
    cause:
      "The access token is malformed, is over, or was given back; or the access was revoked in the dashboard, or whoever gave it is no member any more.",
    fix: "Let the assistant sign in again. Most do by themselves, or offer to connect again.",
  },
  invalid_authorization: {
    status: 400,
    whoCanFix: "you",
    title: "App not let in",
    cause:
      "An app asked to be connected in a way that is not valid, or what it asked is over or was used already. Nothing was given to it.",
    fix: "Start again in the app. If it happens again, tell whoever makes the app what this page said.",
  },
  organization_closed: {
    status: 403,
    whoCanFix: "owner",
    title: "Organization closed",
    cause:
      "The organization is being deleted. Its data is kept for 30 days, and nothing but an export reads it.",
    fix: "An owner can restore the organization in the dashboard until that time is over.",
  },
  organization_suspended: {
    status: 403,
    whoCanFix: "operator",
    title: "Organization suspended",
    cause:
      "Whoever runs this Latchkey has suspended the organization: its keys and assistants are shut out, and its members can read but change nothing.",
    fix: "Only the operator can end it. Owners were told why by e-mail; answer that message, or write to the operator.",
  },
  expired_key: {
    status: 401,
    whoCanFix: "owner",
    title: "API key expired",
    cause: "The key was made with an end date, and that date has passed.",
    fix: "Make a new key, or give this one a later end date.",
  },
  not_signed_in: {
    status: 401,
    whoCanFix: "you",
    title: "Not signed in",
    cause: "The request came without a session, or with one that has ended or was revoked.",
    fix: "Sign in to the dashboard and try again.",
  },
  invalid_credentials: {
    status: 401,
    whoCanFix: "you",
    title: "Wrong credentials",
    cause: "The e-mail address and password do not belong together, or the code is not the one expected.",
    fix: "Try again, or have a new password sent to your address.",
  },
  proof_required: {
    status: 403,
    whoCanFix: "you",
    title: "Proof required",
    cause: "This changes how somebody gets into the account, and being signed in is not enough for that.",
    fix: "Send your `password`. If the account has none, send a `code` of your second factor; with neither, sign in again first.",
  },
  payment_required: {
    status: 402,
    whoCanFix: "owner",
    title: "Payment required",
    cause:
      "The organization's subscription is past due, unpaid or ended, so its keys and assistants are shut out.",
    fix: "An owner settles the open invoice on the Billing page; within seconds they are let in again.",
  },
  quota_exceeded: {
    status: 402,
    whoCanFix: "owner",
    title: "Monthly tool calls used up",
    cause: "The plan's tool calls for this period have been made, and overage protection is on.",
    fix: "Wait until `resetsAt`, choose a larger plan, or turn overage protection off.",
  },
  plan_limit_reached: {
    status: 402,
    whoCanFix: "owner",
    title: "Plan limit reached",
    cause: "The plan allows a number of these, and all of them exist already.",
    fix: "Remove one that is no longer used, or choose a larger plan.",
  },
  payment_failed: {
    status: 402,
    whoCanFix: "owner",
    title: "Payment failed",
    cause: "The bank refused the payment, or wants its owner to confirm it, so the change was not made.",
    fix: "Confirm the payment at `url`, or change the card on the Billing page and try again.",
  },
  billing_off: {
    status: 503,
    whoCanFix: "operator",
    title: "Billing is not set up",
    cause: "Whoever runs this Latchkey has not connected a Stripe account, so nothing can be bought.",
    fix: "The operator sets STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET and runs `npm run stripe:setup`.",
  },
  insufficient_scope: {
    status: 403,
    whoCanFix: "owner",
    title: "Scope missing",
    cause: "The key or assistant lacks the scope that this tool needs, or its toolset.",
    fix: "Use a key with that scope and toolset, or ask an owner or admin to make one. Connect an assistant again, and allow more.",
  },
  ip_not_allowed: {
    status: 403,
    whoCanFix: "owner",
    title: "Address not allowed",
    cause:
      "The key, or the whole organization, is kept to certain addresses, and this request came from another one.",
    fix: "Call from an allowed address, or ask an owner or admin to add this one. Assistants in the cloud call from their maker's addresses.",
  },
  two_factor_required: {
    status: 403,
    whoCanFix: "you",
    title: "Second factor required",
    cause: "The organization is open only to people who sign in with a second factor, and you have none.",
    fix: "Turn on two-factor authentication in your account settings.",
  },
  role_not_sufficient: {
    status: 403,
    whoCanFix: "owner",
    title: "Role not sufficient",
    cause: "Your role in this organization does not include this action.",
    fix: "Ask an owner or admin to do it, or to change your role.",
  },
  email_not_verified: {
    status: 403,
    whoCanFix: "you",
    title: "E-mail address not confirmed",
    cause: "The address of this account has not been confirmed yet.",
    fix: "Open the link in the message that was sent to it, or ask for a new one.",
  },
  origin_not_allowed: {
    status: 403,
    whoCanFix: "operator",
    title: "Origin or host not allowed",
    cause: "A browser sent the request from a site, or to a host name, that this server does not serve.",
    fix: "Call from a program rather than a web page, or ask the operator to allow the origin.",
  },
} as const satisfies Record<string, ErrorEntry>;
