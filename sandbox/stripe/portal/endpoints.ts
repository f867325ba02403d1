import { createConfiguration } from "./create-configuration.ts";
import { createPortalSession } from "./create-portal-session.ts";
import { listConfigurations, retrieveConfiguration } from "./read-configurations.ts";
import { updateConfiguration } from "./update-configuration.ts";

export const portalEndpoints = [
  createConfiguration,
  retrieveConfiguration,
  updateConfiguration,
  listConfigurations,
  createPortalSession,
];
