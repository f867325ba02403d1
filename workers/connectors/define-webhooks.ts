export interface WebhookAddress {
  url: string;
  login: string;
  password: string;
}

/** What a delivery is about. Its text is the upstream's and its guests': nothing of it but ids is kept. */
export interface WebhookNews {
  /** One of the connector's own words for it. */
  event: string;
  /** The account that it happened in, under the label that the connection carries. */
  account?: string;
  target: string;
  ids: Readonly<Record<string, number>>;
  /** How the addresses begin whose answers may be out of date. */
  outdated: readonly string[];
}

/** How an upstream is told where to send its news. */
export interface ConnectorWebhooks<Client = never> {
  list(client: Client): Promise<{ id: number; url: string }[]>;
  /** Resolves with the id of what was registered. */
  register(client: Client, address: WebhookAddress): Promise<number>;
  /** One that is gone already is no failure. */
  remove(client: Client, id: number): Promise<void>;
  /** Null for a delivery that says nothing of use. */
  read(body: unknown): WebhookNews | null;
}
