import { z } from "zod";

export const PropertyId = z.int().positive().describe("Property id");
export const BookingId = z.int().positive().describe("Booking id");
export const ConversationId = z.int().positive().describe("Conversation id");
export const TaskId = z.int().positive().describe("Task id");
export const MissingIds = z.array(z.number()).optional().describe("Asked for, but not there");
export const Cursor = z.string().optional().describe("next_cursor of the page before, with the same filters");

export const limitOf = (byDefault: number, max: number) =>
  z.int().min(1).max(max).default(byDefault).describe("Rows per page");

export const NextCursor = z.string().optional().describe("Pass as cursor for the next page");
export const Total = z.number().optional().describe("All that match; absent when not everything was read");
export const Note = z.string().optional().describe("What this answer leaves out");
