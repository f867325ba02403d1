import { monthlyOwnerReport } from "./monthly-owner-report.ts";
import { replyToGuest } from "./reply-to-guest.ts";

export const prompts = [monthlyOwnerReport, replyToGuest];
