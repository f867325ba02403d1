interface Session {
  organization: { id: string } | null;
  organizations: { id: string; slug: string | null }[];
}

/** Where the organization is that somebody worked in last; where one is made, for whoever has none. */
export function toLastOrganization({ organization, organizations }: Session): string {
  const last = organizations.find(({ id }) => id === organization?.id) ?? organizations[0];
  return last === undefined ? "/welcome" : `/${last.slug ?? last.id}`;
}
