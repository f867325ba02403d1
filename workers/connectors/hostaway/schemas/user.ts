import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { flag, id, number, text } from "./fields.ts";

/** Permissions, phone numbers, verification codes and calendar keys are left out, so they cannot get out. */
export const User = z.object({
  id,
  userGroupId: number,
  firstName: text,
  lastName: text,
  email: text,
  isAdmin: flag,
});
export type User = z.infer<typeof User>;

export const UserGroup = z.object({ id, name: text });
export type UserGroup = z.infer<typeof UserGroup>;

export const parseUsers = parserOf(pageOf(User));
export const parseUserGroups = parserOf(pageOf(UserGroup));
