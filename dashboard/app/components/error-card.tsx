import { isRouteErrorResponse } from "@remix-run/react";
import { Receipt, unreachable } from "#receipt.ts";
import { useRevalidation } from "#use-revalidation.ts";
import { AnchorButton, Button } from "./button.tsx";
import { ReceiptMessage } from "./receipt-message.tsx";

const RETRY_MS = 5_000;

/** What stands in place of a page that could not be made. Where the API is away it looks again by itself. */
export function ErrorCard({ error }: { error: unknown }) {
  const { title, text, receipt, wayOut = startPage } = explain(error);
  const isDown = receipt?.code === unreachable.code;
  const { revalidate, state } = useRevalidation(isDown ? RETRY_MS : null);

  return (
    <div className="mx-auto max-w-xl py-8 sm:py-16">
      <h1 className="text-3xl/9 font-semibold tracking-tight text-balance">{title}</h1>
      <p className="mt-3 mb-6 text-muted">{text}</p>
      {receipt && !isDown && <ReceiptMessage receipt={receipt} />}
      <div className="flex flex-wrap gap-3">
        {isDown && (
          <Button variant="primary" onClick={revalidate} className="noscript:hidden">
            {state === "loading" ? "Looking…" : "Try again"}
          </Button>
        )}
        <AnchorButton href={wayOut.href}>{wayOut.title}</AnchorButton>
      </div>
    </div>
  );
}

interface Explanation {
  title: string;
  text: string;
  receipt?: Receipt;
  wayOut?: { href: string; title: string };
}

const startPage = { href: "/", title: "Go to the start page" };

function explain(error: unknown): Explanation {
  if (!isRouteErrorResponse(error)) {
    return {
      title: "Something went wrong",
      text: "The dashboard could not show this page. The fault is ours; trying again may help.",
    };
  }
  const receipt = Receipt.safeParse(error.data).data;
  if (receipt?.code === unreachable.code) {
    return {
      title: "The API does not answer",
      text: "This page looks again every few seconds, and comes back by itself.",
      receipt,
    };
  }
  if (error.status === 404) {
    return {
      title: "There is no page here",
      text: "The address may be mistyped, the page may have moved, or you are not in the organization that it belongs to.",
    };
  }
  if (receipt?.code === "two_factor_required") {
    return {
      title: "A second factor is needed here",
      text: "Turn it on in your account; this page opens right after that.",
      receipt,
      wayOut: { href: "/account/security", title: "Turn on a second factor" },
    };
  }
  if (error.status === 403) {
    return {
      title: "This is not open to you",
      text: "You are signed in, and something keeps you from this page.",
      receipt,
    };
  }
  if (error.status === 429) {
    return { title: "That was a little fast", text: "Wait a moment, then load the page again.", receipt };
  }
  return { title: "This page could not be shown", text: "This is what the API says:", receipt };
}
