import { env } from "cloudflare:workers";
import { z } from "zod";
import { Conversation, Message } from "#sandbox/hostaway/conversations/conversation.ts";
import { Charge } from "#sandbox/hostaway/finance/charges.ts";
import { Expense } from "#sandbox/hostaway/finance/expenses.ts";
import { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { Review } from "#sandbox/hostaway/operations/reviews.ts";
import { Task } from "#sandbox/hostaway/operations/task.ts";
import { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { User } from "#sandbox/hostaway/users.ts";
import type { SandboxAccount } from "#tests/sandbox.ts";

const HOSTAWAY = "https://sandbox.test/hostaway/v1";
const PAGE = 500;

const Token = z.object({ access_token: z.string() });
const Envelope = z.object({ result: z.unknown() });
const Night = z.looseObject({
  date: z.string(),
  isAvailable: z.number(),
  status: z.string(),
  price: z.number().nullable(),
  minimumStay: z.number().nullable(),
});
const Statement = z.looseObject({ id: z.number(), statementName: z.string() });

export type StoredData = Awaited<ReturnType<typeof readStoredData>>;
export type { Listing, Reservation };

/** Everything in one account, asked of Hostaway directly: the product and its reading of it have no part in this. */
export async function readStoredData(account: SandboxAccount) {
  const token = await mintToken(account);
  const read = async (path: string): Promise<unknown> => {
    const response = await env.SANDBOX.fetch(`${HOSTAWAY}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Envelope.parse(await response.json()).result;
  };
  const readAll = async <Row>(path: string, row: z.ZodType<Row>): Promise<Row[]> => {
    const rows: Row[] = [];
    for (;;) {
      const page = z.array(row).parse(await read(`${path}?limit=${PAGE}&offset=${rows.length}`));
      rows.push(...page);
      if (page.length < PAGE) return rows;
    }
  };
  return {
    accountId: account.accountId,
    listings: await readAll("/listings", Listing),
    reservations: await readAll("/reservations", Reservation),
    conversations: await readAll("/conversations", Conversation),
    tasks: await readAll("/tasks", Task),
    reviews: await readAll("/reviews", Review),
    expenses: await readAll("/expenses", Expense),
    charges: await readAll("/guestPayments/charges", Charge),
    users: z.array(User).parse(await read("/users")),
    statements: z.array(Statement).parse(await read("/ownerStatements")),
    readMessages: async (conversationId: number) =>
      z.array(Message).parse(await read(`/conversations/${conversationId}/messages?limit=${PAGE}`)),
    /** The nights from `first` to `last`, both included. */
    readNights: async (listingId: number, first: string, last: string) =>
      z.array(Night).parse(await read(`/listings/${listingId}/calendar?startDate=${first}&endDate=${last}`)),
  };
}

async function mintToken({ accountId, clientSecret }: SandboxAccount): Promise<string> {
  const response = await env.SANDBOX.fetch(`${HOSTAWAY}/accessTokens`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      scope: "general",
      client_id: accountId,
      client_secret: clientSecret,
    }),
  });
  return Token.parse(await response.json()).access_token;
}
