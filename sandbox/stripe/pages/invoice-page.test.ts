import type Stripe from "stripe";
import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { card, newBuyer, next, open, send, visa } from "./testing.ts";

const stripe = stripeClient();

async function newInvoice(customerFields: Stripe.CustomerCreateParams = {}, lines = 1) {
  const { customer } = await newBuyer(stripe, customerFields);
  const { id } = await stripe.invoices.create({ customer, auto_advance: false });
  for (let line = 1; line <= lines; line++)
    await stripe.invoiceItems.create({
      customer,
      invoice: id,
      amount: 1000 + line,
      currency: "usd",
      description: `Night ${line} (late) at the \\ café`,
    });
  const invoice = await stripe.invoices.finalizeInvoice(id);
  return { ...invoice, url: invoice.hosted_invoice_url ?? "", pdf: invoice.invoice_pdf ?? "" };
}

const statusOf = async (id: string) => (await stripe.invoices.retrieve(id)).status;

test("what happens when an open invoice is paid on its page, twice: it is paid once", async () => {
  const { id, url, number } = await newInvoice();
  const page = await (await open(url)).text();
  expect(page).toContain(number ?? "no number");
  expect(page).toContain("$10.01");
  expect([next(await send(url, visa)), next(await send(url, visa))]).toEqual([url, url]);
  expect(await statusOf(id)).toBe("paid");
  expect(await (await open(url)).text()).not.toContain("Pay this invoice");
});

test("what happens when a card is declined on the invoice page: it says why and stays open", async () => {
  const { id, url } = await newInvoice();
  const declined = await send(url, card("4000000000009995"));
  expect([declined.status, await declined.text()]).toEqual([
    402,
    expect.stringContaining("insufficient funds"),
  ]);
  expect((await send(url, { ...visa, cvc: "" })).status).toBe(402);
  expect(await statusOf(id)).toBe("open");
});

test.each([
  ["authorize", "paid"],
  ["fail", "open"],
])("what happens when the bank asks about an invoice and the answer is %s", async (answer, status) => {
  const { id, url } = await newInvoice();
  const bank = next(await send(url, card("4000002760003184")));
  expect(await (await open(bank)).text()).toContain("$10.01");
  expect(next(await send(bank, { answer }))).toBe(url);
  expect(await statusOf(id)).toBe(status);
});

test("what happens when an invoice is paid with a card that is on file", async () => {
  const { id, url, customer } = await newInvoice({ payment_method: "pm_card_visa" });
  const { data } = await stripe.paymentMethods.list({ customer: String(customer) });
  expect(next(await send(url, { with: data[0]?.id ?? "" }))).toBe(url);
  expect(await statusOf(id)).toBe("paid");
});

test("what happens when an invoice is downloaded: a sound PDF of as many pages as it takes", async () => {
  const { pdf, number } = await newInvoice({ name: "Zoë Müller & Søn" }, 60);
  const answer = await open(pdf);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  const { pages, text } = readPdf(await answer.text());
  expect(pages).toBeGreaterThan(1);
  for (const part of [
    number,
    "Zo\\353 M\\374ller & S\\370n",
    "Night 60 \\(late\\) at the \\\\ caf\\351",
    "$10.60",
  ])
    expect(text).toContain(part);
});

test("what happens when a name has letters that the PDF's fonts lack: they are replaced, and the rest stays", async () => {
  const { pdf } = await newInvoice({ name: "東京 Čeněk 🏠 x" });
  const { text } = readPdf(await (await open(pdf)).text());
  expect(text).toContain("(?? Cenek ? x)");
});

test("what happens at an address of no invoice", async () => {
  expect((await open("http://sandbox/stripe/invoices/none")).status).toBe(404);
  expect((await open("http://sandbox/stripe/authenticate/pi_none")).status).toBe(404);
});
