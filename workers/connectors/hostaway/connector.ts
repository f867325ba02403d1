import { defineConnector } from "#connectors/define-connector.ts";
import { HostawayClient } from "./client.ts";
import { countActiveListings } from "./count-active-listings.ts";
import { introduction } from "./introduction.ts";
import { judge } from "./judge.ts";
import { HostawayCredential, mintToken } from "./mint-token.ts";
import { prompts } from "./prompts/index.ts";
import { resources } from "./resources.ts";
import { serveListings } from "./served/serve-listings.ts";
import { batchUpdateCalendar } from "./tools/batch-update-calendar.ts";
import { batchUpdateListings } from "./tools/batch-update-listings.ts";
import { blockDates } from "./tools/block-dates.ts";
import { cancelBooking } from "./tools/cancel-booking.ts";
import { checkAvailability } from "./tools/check-availability.ts";
import { createBooking } from "./tools/create-booking.ts";
import { createExpense } from "./tools/create-expense.ts";
import { createListing } from "./tools/create-listing.ts";
import { createTask } from "./tools/create-task.ts";
import { getArrivalsDepartures } from "./tools/get-arrivals-departures.ts";
import { getBookingDetails } from "./tools/get-booking-details.ts";
import { getBookings } from "./tools/get-bookings.ts";
import { getCalendar } from "./tools/get-calendar.ts";
import { getConversationContext } from "./tools/get-conversation-context.ts";
import { getConversationHistory } from "./tools/get-conversation-history.ts";
import { getConversations } from "./tools/get-conversations.ts";
import { getFinancialReport } from "./tools/get-financial-report.ts";
import { getFinancialSummary } from "./tools/get-financial-summary.ts";
import { getGapNights } from "./tools/get-gap-nights.ts";
import { getGuestInfo } from "./tools/get-guest-info.ts";
import { getInHouseGuests } from "./tools/get-in-house-guests.ts";
import { getOccupancyReport } from "./tools/get-occupancy-report.ts";
import { getOwnerStatement } from "./tools/get-owner-statement.ts";
import { getProperties } from "./tools/get-properties.ts";
import { getPropertyCompleteness } from "./tools/get-property-completeness.ts";
import { getPropertyDetails } from "./tools/get-property-details.ts";
import { getReferenceData } from "./tools/get-reference-data.ts";
import { getReservationFinancials } from "./tools/get-reservation-financials.ts";
import { getRevenueByChannel } from "./tools/get-revenue-by-channel.ts";
import { getReview } from "./tools/get-review.ts";
import { getTask } from "./tools/get-task.ts";
import { listCoupons } from "./tools/list-coupons.ts";
import { listCustomFields } from "./tools/list-custom-fields.ts";
import { listExpenses } from "./tools/list-expenses.ts";
import { listGuestCharges } from "./tools/list-guest-charges.ts";
import { listMessageTemplates } from "./tools/list-message-templates.ts";
import { listOwnerStatements } from "./tools/list-owner-statements.ts";
import { listReviews } from "./tools/list-reviews.ts";
import { listTasks } from "./tools/list-tasks.ts";
import { listUnansweredMessages } from "./tools/list-unanswered-messages.ts";
import { listUsers } from "./tools/list-users.ts";
import { markConversationRead } from "./tools/mark-conversation-read.ts";
import { quotePrice } from "./tools/quote-price.ts";
import { searchAvailableProperties } from "./tools/search-available-properties.ts";
import { searchMessages } from "./tools/search-messages.ts";
import { sendGuestMessage } from "./tools/send-guest-message.ts";
import { setDoorCode } from "./tools/set-door-code.ts";
import { unblockDates } from "./tools/unblock-dates.ts";
import { updateBooking } from "./tools/update-booking.ts";
import { updateCalendar } from "./tools/update-calendar.ts";
import { updateHostNote } from "./tools/update-host-note.ts";
import { updateListing } from "./tools/update-listing.ts";
import { updateTask } from "./tools/update-task.ts";
import { webhooks } from "./webhooks.ts";

export const hostaway = defineConnector({
  name: "hostaway",
  title: "Hostaway",
  ...introduction,
  baseUrl: "https://api.hostaway.com/v1",
  credential: HostawayCredential,
  toAccountLabel: ({ accountId }) => accountId,
  // Hostaway allows 20 and 15. What is left is for what others send for the account, and from the address.
  rateLimits: { account: { requests: 18, seconds: 10 }, address: { requests: 14, seconds: 10 } },
  mintToken,
  toHeaders: ({ value }) => ({ authorization: `Bearer ${value}` }),
  judge,
  createClient: (fetch) => new HostawayClient(fetch),
  serveListings,
  check: (client) => client.check(),
  countBillable: countActiveListings,
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
    getArrivalsDepartures,
    getInHouseGuests,
    searchAvailableProperties,
    listUnansweredMessages,
    getConversationContext,
    listMessageTemplates,
    getCalendar,
    getGapNights,
    quotePrice,
    getOccupancyReport,
    getFinancialReport,
    getRevenueByChannel,
    getReservationFinancials,
    listOwnerStatements,
    getOwnerStatement,
    listExpenses,
    listGuestCharges,
    getPropertyCompleteness,
    listReviews,
    getReview,
    listTasks,
    getTask,
    listUsers,
    listCustomFields,
    listCoupons,
    getReferenceData,
  ],
  writes: [
    createListing,
    updateListing,
    batchUpdateListings,
    updateCalendar,
    batchUpdateCalendar,
    blockDates,
    unblockDates,
    createBooking,
    updateBooking,
    cancelBooking,
    updateHostNote,
    setDoorCode,
    sendGuestMessage,
    markConversationRead,
    createTask,
    updateTask,
    createExpense,
  ],
  webhooks,
  resources,
  prompts,
});
