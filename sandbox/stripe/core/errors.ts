export interface StripeErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  doc_url?: string;
  payment_intent?: object;
  setup_intent?: object;
  charge?: string;
}

/** A refusal as the API words it. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  /** Whether what was done before it stays done, as when a card was tried in vain. */
  readonly keepsChanges: boolean;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    body: StripeErrorBody,
    { keepsChanges = false, headers = {} }: { keepsChanges?: boolean; headers?: Record<string, string> } = {},
  ) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.keepsChanges = keepsChanges;
    this.headers = headers;
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

const mostNamed = 20;

export const unknownParam = (params: string[]) =>
  invalidRequest(
    `Received unknown parameter${params.length > 1 ? "s" : ""}: ${params.slice(0, mostNamed).join(", ")}`,
    {
      code: "parameter_unknown",
      param: params[0],
    },
  );

/** Stripe has this parameter. To take it and ignore it would be worse than to say so. */
export const unsupportedParam = (param: string) =>
  invalidRequest(`${param} is a parameter of Stripe's that this stand-in does not support`, {
    code: "sandbox_unsupported",
    param,
  });

export const emptyParam = (param: string) =>
  invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    { code: "parameter_invalid_empty", param },
  );
