import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { getConfig } from "#env.ts";
import { createClock } from "#lib/clock.ts";
import { checkConnection } from "#organization/connections/check-connection.ts";
import { findRooms, type OrganizationEvent, type Ports, type Rooms } from "#organization/rooms.ts";
import { createOrganization, type TestOrganization } from "#tests/organization.ts";
import { addFault, removeFaults, rotateSecret } from "#tests/sandbox.ts";
import { getUpstreamBudget } from "#upstream-budget/get-upstream-budget.ts";

/** The organization's rooms with a port of the test's own to hear from. */
function inRooms(
  { id, object }: TestOrganization,
  notify: Ports["notify"],
  task: (rooms: Rooms) => Promise<void>,
): Promise<void> {
  return runInDurableObject(object, async (_, { storage }) => {
    const { apiUrl, keyRing, upstreams } = getConfig(env);
    const directory = forOrganization(env.DB, id);
    const loadDataKey = () => directory.findDataKey(keyRing);
    const clock = createClock(env.CLOCK);
    const send: typeof fetch = (input, init) => fetch(input, init);
    const ports = {
      apiUrl,
      keyRing,
      upstreams,
      clock,
      fetch: send,
      oauthRecords: createOAuthRecords(env.DB),
      getUpstreamBudget: (scope: string) => getUpstreamBudget(env, scope),
      loadDataKey,
      loadPolicy: directory.findPolicy,
      loadEntitlement: async () => null,
      notify,
    };
    await clock.follow();
    const rooms = await findRooms(storage, ports);
    if (rooms === null) throw new Error("This organization was not provisioned.");
    await task(rooms);
  });
}

const check = ({ connections, ports }: Rooms) =>
  Promise.all(connections.list().map((connection) => checkConnection(connections, connection, ports.clock)));

test("a credential that upstream rejects is told of once, and again only after it worked", async () => {
  const organization = await createOrganization();
  const { account, id } = organization;
  const events: OrganizationEvent[] = [];
  const notify = async (event: OrganizationEvent) => void events.push(event);
  await inRooms(organization, notify, async (rooms) => {
    const [connection] = rooms.connections.list();
    const event = {
      kind: "connection_invalid",
      organization: id,
      connection: connection?.row.id,
      connector: "hostaway",
    };
    await addFault(account, { kind: "error", status: 401 });
    const states = await Promise.all([check(rooms), check(rooms), check(rooms)]);
    expect(states.flat()).toEqual(["rejected", "rejected", "rejected"]);
    expect(await check(rooms)).toEqual(["rejected"]);
    expect(events).toEqual([event]);

    await removeFaults(account);
    expect(await check(rooms)).toEqual(["working"]);
    await rotateSecret(account);
    expect(await check(rooms)).toEqual(["rejected"]);
    expect(events).toEqual([event, event]);
  });
});

test("a notice that cannot be handed over does not change what the caller hears", async () => {
  const organization = await createOrganization();
  const notify = () => Promise.reject(new Error("down"));
  await inRooms(organization, notify, async (rooms) => {
    await rotateSecret(organization.account);
    expect(await check(rooms)).toEqual(["rejected"]);
  });
});
