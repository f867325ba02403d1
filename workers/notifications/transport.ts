import type { Email } from "./email.ts";

/** Hands one message over for delivery, or throws. */
export interface Transport {
  send(email: Email): Promise<void>;
}

export function createBindingTransport(binding: SendEmail, from: string): Transport {
  return {
    async send({ to, subject, text, html }) {
      await binding.send({ from: { email: from, name: "Latchkey" }, to, subject, text, html });
    },
  };
}

/** A provider that takes messages as JSON over HTTP; `token` goes out as a bearer token. */
export function createHttpTransport(url: string, from: string, token?: string): Transport {
  return {
    async send(email) {
      const authorization = token === undefined ? undefined : { authorization: `Bearer ${token}` };
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ from, ...email }),
        signal: AbortSignal.timeout(10_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The e-mail provider answered ${response.status}.`);
    },
  };
}
