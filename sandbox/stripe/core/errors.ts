export interface StripeErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  doc_url?: string;
  payment_intent?: object;
}

/** A refusal as the API words it. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  /** Whether what was done before it stays done, as when a card was tried in vain. */
  readonly keepsChanges: boolean;

  constructor(status: number, body: StripeErrorBody, { keepsChanges = false } = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.keepsChanges = keepsChanges;
  }
}

export function invalidRequest(
  message: string,
  { code, param, status = 400 }: { code?: string; param?: string; status?: number } = {},
): StripeError {
  return new StripeError(status, { type: "invalid_request_error", message, code, param });
}

/** 404 for what the path names, 400 for what a parameter names. */
export const noSuch = (name: string, id: string, param?: string) =>
  invalidRequest(`No such ${name}: '${id}'`, {
    code: "resource_missing",
    param: param ?? "id",
    status: param ? 400 : 404,
  });

export const missingParam = (param: string) =>
  invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });

export const unknownParam = (param: string) =>
  invalidRequest(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
