import { Banner } from "#components/banner.tsx";

const outcomes = new Map([
  ["canceled", { title: "Nothing was charged", text: "You left Stripe's page before you had paid." }],
  [
    "processing",
    {
      title: "Your payment is on its way",
      text: "Bank debits take some days. The subscription begins when the money arrives.",
    },
  ],
  [
    "open",
    { title: "The payment is not finished", text: "Nothing was charged. Subscribe to go on with it." },
  ],
  [
    "expired",
    { title: "Stripe's page has expired", text: "Nothing was charged. Subscribe again for a new one." },
  ],
]);

/** What came of a visit to Stripe's page that has not ended with a subscription. */
export function CheckoutBanner({ outcome }: { outcome: string | null }) {
  const known = outcomes.get(outcome ?? "");
  if (known === undefined) return null;
  return <Banner title={known.title}>{known.text}</Banner>;
}
