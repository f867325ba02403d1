import type { ClientConfigurationId, GrantId } from "#ids.ts";
import type { By } from "./audit/audit-entry.ts";
import {
  type CreateClientConfiguration,
  createClientConfiguration,
} from "./clients/create-client-configuration.ts";
import { deleteClientConfiguration } from "./clients/delete-client-configuration.ts";
import { getClientConfiguration } from "./clients/get-client-configuration.ts";
import { listClientConfigurations } from "./clients/list-client-configurations.ts";
import {
  type UpdateClientConfiguration,
  updateClientConfiguration,
} from "./clients/update-client-configuration.ts";
import { type ApproveGrant, approveGrant } from "./grants/approve-grant.ts";
import { type FindRemembered, findRemembered } from "./grants/find-remembered.ts";
import { listGrants } from "./grants/list-grants.ts";
import { revokeGrant } from "./grants/revoke-grant.ts";
import { UsageObject } from "./usage-object.ts";

/** The clients that reach the organization: which there are, and which of them members let in. */
export abstract class ClientObject extends UsageObject {
  createClientConfiguration(by: By, input: CreateClientConfiguration) {
    return this.change(by, "clients/create", (rooms) => createClientConfiguration(rooms, by, input));
  }

  listClientConfigurations() {
    return this.answer(listClientConfigurations);
  }

  getClientConfiguration(id: ClientConfigurationId) {
    return this.answer((rooms) => getClientConfiguration(rooms, id));
  }

  updateClientConfiguration(by: By, id: ClientConfigurationId, input: UpdateClientConfiguration) {
    return this.change(by, "clients/update", (rooms) => updateClientConfiguration(rooms, by, id, input));
  }

  deleteClientConfiguration(by: By, id: ClientConfigurationId) {
    return this.change(by, "clients/delete", (rooms) => deleteClientConfiguration(rooms, by, id));
  }

  approveGrant(by: By, input: ApproveGrant) {
    return this.change(by, "grants/approve", (rooms) => approveGrant(rooms, by, input));
  }

  findRememberedGrant(input: FindRemembered) {
    return this.answer((rooms) => findRemembered(rooms, input));
  }

  listGrants() {
    return this.answer(listGrants);
  }

  revokeGrant(by: By, id: GrantId) {
    return this.change(by, "grants/revoke", (rooms) => revokeGrant(rooms, by, id));
  }
}
