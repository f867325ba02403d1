import { type ErrorCode, errorCatalogue, type WhoCanFix } from "./error-catalogue.ts";

export { type ErrorCode, errorCatalogue, listErrorCodes, type WhoCanFix } from "./error-catalogue.ts";

/** What every refusal carries, the same over REST, MCP, dashboard and audit. `resetsAt` is ISO 8601 UTC. */
export interface DenyReceipt {
  code: ErrorCode;
  message: string;
  limit?: number;
  used?: number;
  resetsAt?: string;
  whoCanFix: WhoCanFix;
  url: string;
}

export interface AppErrorDetails {
  limit?: number;
  used?: number;
  /** Milliseconds since the epoch. */
  resetsAt?: number;
  retryAfterSeconds?: number;
  whoCanFix?: WhoCanFix;
  /** Of `insufficient_scope`: the OAuth scopes that would do, if they were granted. */
  scopes?: string[];
  /** Where it can be fixed; left out, the page of the code. */
  url?: string;
  cause?: unknown;
}

/** The only error that may reach a caller. `message` is ours: never upstream text, never a secret. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: ErrorCode, message?: string, details: AppErrorDetails = {}) {
    super(message ?? errorCatalogue[code].cause, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError("internal", undefined, { cause: error });
}

/** `apiUrl` is the public address of the API, where /docs/errors/<code> is served. */
export function toReceipt(error: AppError, apiUrl: string): DenyReceipt {
  const { limit, used, resetsAt, whoCanFix, url } = error.details;
  return {
    code: error.code,
    message: error.message,
    ...(limit !== undefined && { limit }),
    ...(used !== undefined && { used }),
    ...(resetsAt !== undefined && { resetsAt: new Date(resetsAt).toISOString() }),
    whoCanFix: whoCanFix ?? errorCatalogue[error.code].whoCanFix,
    url: url ?? `${apiUrl}/docs/errors/${error.code}`,
  };
}
