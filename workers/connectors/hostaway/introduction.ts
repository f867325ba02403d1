/** What a person reads before and while connecting an account. */
export const introduction = {
  summary: "Properties, bookings, guest messages, calendars and finances of a Hostaway account.",
  docsUrl: "https://support.hostaway.com/hc/en-us/articles/360002576293",
  steps: [
    "Sign in to Hostaway as the account's main owner and open Settings, then Hostaway API.",
    "Choose Create, give the key a name, and take Hostaway Public API as the partner.",
    "Copy the account ID and the API key. Hostaway shows the key once; it works for 24 months.",
  ],
} as const;
