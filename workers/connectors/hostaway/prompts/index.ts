import { monthlyOwnerReport } from "./monthly-owner-report.ts";
import { pricingReview } from "./pricing-review.ts";
import { replyToGuest } from "./reply-to-guest.ts";
import { today } from "./today.ts";

export const prompts = [today, monthlyOwnerReport, replyToGuest, pricingReview];
