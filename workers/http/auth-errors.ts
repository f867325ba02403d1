import { AppError, type ErrorCode } from "#errors.ts";

/** A refusal as better-auth makes it. */
interface AuthRefusal {
  status: number;
  code: string;
  message: string;
}

/** Where better-auth's status alone would mislead. The sentences are ours: its own are not for readers. */
const byCode: Record<string, [ErrorCode, message?: string]> = {
  INVALID_EMAIL_OR_PASSWORD: ["invalid_credentials"],
  INVALID_PASSWORD: ["invalid_credentials", "The password is not the one of this account."],
  INVALID_CODE: ["invalid_credentials", "The code is wrong, was used before, or its half minute is over."],
  INVALID_BACKUP_CODE: ["invalid_credentials", "The backup code is wrong, or was used before."],
  EMAIL_NOT_VERIFIED: ["email_not_verified"],
  INVALID_TOKEN: ["invalid_token"],
  TOKEN_EXPIRED: ["invalid_token"],
  USER_NOT_FOUND: ["invalid_token"],
  INVALID_USER: ["invalid_token", "The link belongs to another account than the one signed in."],
  INVALID_TWO_FACTOR_COOKIE: [
    "not_signed_in",
    "The sign-in that waited for the code has ended. Sign in again.",
  ],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ["rate_limited", "Too many wrong codes. Sign in again."],
  ACCOUNT_TEMPORARILY_LOCKED: ["rate_limited", "Too many wrong codes. Wait a while, then sign in again."],
  PROOF_REQUIRED: ["proof_required"],
  SESSION_NOT_FRESH: [
    "proof_required",
    "This needs a session of the last ten minutes. Sign out, sign in again, and go on.",
  ],
  SECOND_FACTOR_IS_ON: ["conflict", "Turn the second factor off first: the password is what guards it."],
  FAILED_TO_UNLINK_LAST_ACCOUNT: [
    "conflict",
    "This is the last way into the account. Add another one first.",
  ],
  ACCOUNT_NOT_FOUND: ["not_found", "The account has no way in with this id."],
  CREDENTIAL_ACCOUNT_NOT_FOUND: [
    "conflict",
    "The account has no password yet. Have a link for a new one sent to its address.",
  ],
  PASSWORD_TOO_SHORT: ["invalid_request", "password: must have at least 10 characters."],
  PASSWORD_TOO_LONG: ["invalid_request", "password: must have at most 128 characters."],
  INVALID_EMAIL: ["invalid_request", "email: must be an e-mail address."],
  INVALID_CALLBACK_URL: ["invalid_request", "callbackURL: must be an address of the dashboard."],
  INVALID_REDIRECT_URL: ["invalid_request", "redirectTo: must be an address of the dashboard."],
  INVALID_ERROR_CALLBACK_URL: ["invalid_request", "errorCallbackURL: must be an address of the dashboard."],
  INVALID_NEW_USER_CALLBACK_URL: [
    "invalid_request",
    "newUserCallbackURL: must be an address of the dashboard.",
  ],
  INVALID_ORIGIN: ["origin_not_allowed"],
  MISSING_OR_NULL_ORIGIN: ["origin_not_allowed"],
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ["origin_not_allowed"],
  PROVIDER_NOT_FOUND: ["not_found", "Signing in with this provider is not turned on here."],
};

const byStatus: Record<number, ErrorCode> = {
  401: "not_signed_in",
  404: "not_found",
  409: "conflict",
  415: "unsupported_media_type",
  429: "rate_limited",
};

export function toAuthError({ status, code, message }: AuthRefusal): AppError {
  const known = byCode[code];
  if (known !== undefined) return new AppError(...known);
  // Written by us, or the names of fields with what they must be.
  if (code === "INVALID_REQUEST") return new AppError("invalid_request", message);
  if (code === "VALIDATION_ERROR") return new AppError("invalid_request", toFields(message));
  if (status >= 500) return new AppError("internal");
  return new AppError(byStatus[status] ?? "invalid_request");
}

/** `[body.email] is missing; [body] …` as the rest of the API says it: `email: is missing; …`. */
function toFields(message: string): string {
  return message.replaceAll(/\[(?:body|query)\.([^\]]+)\] /g, "$1: ").replaceAll(/\[(?:body|query)\] /g, "");
}
