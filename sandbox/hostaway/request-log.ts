export interface LoggedRequest {
  account: string | null;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Null until the answer has begun. */
  status: number | null;
  at: string;
}

const kept = 500;

/** The latest requests, by account, so that a busy account does not push out another's. */
export class RequestLog {
  readonly #byAccount = new Map<string | null, LoggedRequest[]>();

  add(request: LoggedRequest): void {
    const requests = this.#byAccount.get(request.account) ?? [];
    this.#byAccount.set(request.account, [...requests, request].slice(-kept));
  }

  of(account: string): LoggedRequest[] {
    return this.#byAccount.get(account) ?? [];
  }

  all(): LoggedRequest[] {
    return [...this.#byAccount.values()]
      .flat()
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .slice(-kept);
  }
}
