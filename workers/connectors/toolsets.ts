import { z } from "zod";

/** Every tool belongs to one of these. */
export const Toolset = z.enum(["core", "messaging", "pricing", "finance", "operations"]);
export type Toolset = z.infer<typeof Toolset>;

/** What people read of each. */
export const toolsetTexts: Record<Toolset, { title: string; summary: string }> = {
  core: {
    title: "Core",
    summary:
      "Properties, bookings, guests, conversations, sums, and what was changed. Listed to every client.",
  },
  messaging: {
    title: "Messaging",
    summary: "Who waits for an answer, what was written, and answering.",
  },
  pricing: {
    title: "Pricing",
    summary: "Calendars, prices and listings: what is sold, when, and for how much.",
  },
  finance: { title: "Finance", summary: "Reports, owner statements, expenses and charges." },
  operations: {
    title: "Operations",
    summary: "Making and changing bookings, tasks, reviews, and the account's own lists.",
  },
};

/** What is listed to a client that asks for nothing else. */
export const DEFAULT_TOOLSET: Toolset = "core";
