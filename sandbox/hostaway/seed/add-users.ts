import type { Account } from "#sandbox/hostaway/account.ts";
import { permissions, User } from "#sandbox/hostaway/users.ts";
import { hosts } from "./homes.ts";

export const groups = ["Managers", "Cleaning crew", "Maintenance", "Owners"] as const;

const crew: readonly (readonly [string, string, (typeof groups)[number]])[] = [
  ["Rosa", "Quintana", "Cleaning crew"],
  ["Piotr", "Zawadzki", "Cleaning crew"],
  ["Samuel", "Adeyemi", "Maintenance"],
  ["Beatriz", "Almada", "Owners"],
  ["Robert", "Lindqvist", "Owners"],
];

const groupPermissions: Readonly<Record<string, readonly string[]>> = {
  Managers: permissions.filter((permission) => permission !== "isAdmin"),
  Owners: ["readListing", "readReservation", "readCalendar", "accessFinancialData"],
};

/** The listings of each owner: three in a row, beginning with the first. */
export const listingsOfOwner = (account: Account, index: number) =>
  account.listings.all().slice(index * 3, index * 3 + 3);

/** Hosts, of whom the first is the administrator and sees all; then who cleans, who repairs and who owns. */
export function addUsers(account: Account): void {
  groups.forEach((name, index) => {
    account.userGroups.put({ id: index + 1, accountId: Number(account.id), name });
  });
  const ids = account.listings.all().map(({ id }) => id);
  hosts.forEach(([firstName, lastName], index) => {
    const own = ids.filter((_, position) => index === 0 || position % hosts.length === index);
    addUser(account, { firstName, lastName, group: "Managers", isAdmin: index === 0, listingMapIds: own });
  });
  const owners = crew.filter(([, , group]) => group === "Owners");
  for (const member of crew) {
    const [firstName, lastName, group] = member;
    const owned = listingsOfOwner(account, owners.indexOf(member)).map(({ id }) => id);
    const listingMapIds = group === "Owners" ? owned : ids;
    addUser(account, { firstName, lastName, group, isAdmin: false, listingMapIds });
  }
}

interface Person {
  firstName: string;
  lastName: string;
  group: (typeof groups)[number];
  isAdmin: boolean;
  listingMapIds: number[];
}

function addUser(account: Account, { group, isAdmin, ...person }: Person): void {
  const granted = groupPermissions[group] ?? ["readListing", "readCalendar"];
  account.users.put(
    User.parse({
      id: account.users.nextId(),
      accountId: Number(account.id),
      userGroupId: groups.indexOf(group) + 1,
      ...person,
      email: `${person.lastName.toLowerCase()}@hosts.example.com`,
      ...Object.fromEntries(granted.map((permission) => [permission, 1])),
      isAdmin: isAdmin ? 1 : 0,
    }),
  );
}

export const usersOf = (account: Account, group: (typeof groups)[number]) =>
  account.users.all().filter(({ userGroupId }) => userGroupId === groups.indexOf(group) + 1);
