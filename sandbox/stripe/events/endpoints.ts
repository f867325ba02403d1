import { listEvents } from "./list-events.ts";
import { retrieveEvent } from "./retrieve-event.ts";
import { createWebhookEndpoint } from "./webhook-endpoints/create-webhook-endpoint.ts";
import { deleteWebhookEndpoint } from "./webhook-endpoints/delete-webhook-endpoint.ts";
import { listWebhookEndpoints } from "./webhook-endpoints/list-webhook-endpoints.ts";
import { retrieveWebhookEndpoint } from "./webhook-endpoints/retrieve-webhook-endpoint.ts";
import { updateWebhookEndpoint } from "./webhook-endpoints/update-webhook-endpoint.ts";

export const eventEndpoints = [
  listEvents,
  retrieveEvent,
  createWebhookEndpoint,
  retrieveWebhookEndpoint,
  updateWebhookEndpoint,
  listWebhookEndpoints,
  deleteWebhookEndpoint,
];
