import { defineConnector } from "#connectors/define-connector.ts";
import { HostawayClient } from "./client.ts";
import { judge } from "./judge.ts";
import { HostawayCredential, mintToken } from "./mint-token.ts";
import { prompts } from "./prompts/index.ts";
import { resources } from "./resources.ts";
import { checkAvailability } from "./tools/check-availability.ts";
import { getBookingDetails } from "./tools/get-booking-details.ts";
import { getBookings } from "./tools/get-bookings.ts";
import { getConversationHistory } from "./tools/get-conversation-history.ts";
import { getConversations } from "./tools/get-conversations.ts";
import { getFinancialSummary } from "./tools/get-financial-summary.ts";
import { getGuestInfo } from "./tools/get-guest-info.ts";
import { getProperties } from "./tools/get-properties.ts";
import { getPropertyDetails } from "./tools/get-property-details.ts";
import { searchMessages } from "./tools/search-messages.ts";

export const hostaway = defineConnector({
  name: "hostaway",
  title: "Hostaway",
  baseUrl: "https://api.hostaway.com/v1",
  credential: HostawayCredential,
  toAccountLabel: ({ accountId }) => accountId,
  // Hostaway allows 20 per account and 15 per address; one below the smaller of the two.
  rateLimit: { requests: 14, seconds: 10 },
  mintToken,
  toHeaders: ({ value }) => ({ authorization: `Bearer ${value}` }),
  judge,
  createClient: (fetch) => new HostawayClient(fetch),
  check: (client) => client.check(),
  tools: [
    getProperties,
    getPropertyDetails,
    checkAvailability,
    getBookings,
    getBookingDetails,
    getGuestInfo,
    getConversations,
    searchMessages,
    getConversationHistory,
    getFinancialSummary,
  ],
  resources,
  prompts,
});
