// Made by `npm run migrations` from the SQL beside it.
export default {
  "journal": {
    "entries": [
      {
        "idx": 0,
        "when": 1795323012239,
        "tag": "0000_initial",
        "breakpoints": true
      },
      {
        "idx": 1,
        "when": 1795327244264,
        "tag": "0001_audit_retention",
        "breakpoints": true
      },
      {
        "idx": 2,
        "when": 1795327337960,
        "tag": "0002_keys_and_connections",
        "breakpoints": true
      },
      {
        "idx": 3,
        "when": 1795331614910,
        "tag": "0003_clients_and_schedule",
        "breakpoints": true
      },
      {
        "idx": 4,
        "when": 1795334409684,
        "tag": "0004_changes",
        "breakpoints": true
      },
      {
        "idx": 5,
        "when": 1795335925897,
        "tag": "0005_webhooks",
        "breakpoints": true
      },
      {
        "idx": 6,
        "when": 1795346127662,
        "tag": "0006_usage_and_events",
        "breakpoints": true
      },
      {
        "idx": 7,
        "when": 1795365998974,
        "tag": "0007_grants",
        "breakpoints": true
      }
    ]
  },
  "migrations": {
    "m0000": "CREATE TABLE `api_keys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`hash` text NOT NULL,\n\t`last_four` text NOT NULL,\n\t`scopes` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`expires_at` integer,\n\t`revoked_at` integer\n);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint\nCREATE INDEX `api_keys_active` ON `api_keys` (`revoked_at`,`created_at`);--> statement-breakpoint\nCREATE TABLE `audit_log` (\n\t`seq` integer PRIMARY KEY NOT NULL,\n\t`at` integer NOT NULL,\n\t`actor` text NOT NULL,\n\t`surface` text NOT NULL,\n\t`action` text NOT NULL,\n\t`target` text,\n\t`connection` text,\n\t`result` text NOT NULL,\n\t`billable` integer NOT NULL,\n\t`duration_ms` integer NOT NULL,\n\t`ip` text,\n\t`user_agent` text,\n\t`details` text,\n\t`hash` text NOT NULL\n);\n--> statement-breakpoint\nCREATE TABLE `connections` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`connector` text NOT NULL,\n\t`name` text NOT NULL,\n\t`account_label` text NOT NULL,\n\t`credential` text NOT NULL,\n\t`token` text,\n\t`status` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`checked_at` integer NOT NULL\n);\n--> statement-breakpoint\nCREATE TABLE `organization` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`entitlement` text NOT NULL,\n\t`created_at` integer NOT NULL\n);\n--> statement-breakpoint\nCREATE TABLE `usage` (\n\t`day` text NOT NULL,\n\t`actor` text NOT NULL,\n\t`tool` text NOT NULL,\n\t`calls` integer NOT NULL,\n\t`billable` integer NOT NULL,\n\t`errors` integer NOT NULL,\n\t`duration_ms` integer NOT NULL,\n\t`last_at` integer NOT NULL,\n\tPRIMARY KEY(`day`, `actor`, `tool`)\n);\n",
    "m0001": "CREATE TABLE `audit_checkpoints` (\n\t`seq` integer PRIMARY KEY NOT NULL,\n\t`hash` text NOT NULL,\n\t`at` integer NOT NULL,\n\t`count` integer NOT NULL,\n\t`ring_id` integer NOT NULL,\n\t`signature` text NOT NULL\n);\n--> statement-breakpoint\nALTER TABLE `audit_log` ADD `message` text;",
    "m0002": "ALTER TABLE `api_keys` ADD `environment` text DEFAULT 'live' NOT NULL;--> statement-breakpoint\nALTER TABLE `api_keys` ADD `toolsets` text;--> statement-breakpoint\nALTER TABLE `api_keys` ADD `ip_allow_list` text;--> statement-breakpoint\nALTER TABLE `api_keys` ADD `member_id` text;--> statement-breakpoint\nALTER TABLE `api_keys` ADD `replaced_by` text;--> statement-breakpoint\nALTER TABLE `api_keys` ADD `grace_until` integer;--> statement-breakpoint\nALTER TABLE `connections` ADD `last_error_code` text;--> statement-breakpoint\nALTER TABLE `connections` ADD `last_error_at` integer;--> statement-breakpoint\nALTER TABLE `connections` ADD `assigned_to_members` text;--> statement-breakpoint\nCREATE UNIQUE INDEX `connections_name` ON `connections` (`connector`,`name`);",
    "m0003": "CREATE TABLE `client_configurations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`client` text NOT NULL,\n\t`environment` text NOT NULL,\n\t`key` text NOT NULL,\n\t`connections` text,\n\t`created_by` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`updated_at` integer NOT NULL\n);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `client_configurations_name_unique` ON `client_configurations` (`name`);--> statement-breakpoint\nCREATE TABLE `schedule` (\n\t`task` text PRIMARY KEY NOT NULL,\n\t`due_at` integer NOT NULL,\n\t`failures` integer DEFAULT 0 NOT NULL\n);\n",
    "m0004": "CREATE TABLE `change_items` (\n\t`change` text NOT NULL,\n\t`seq` integer NOT NULL,\n\t`item` text NOT NULL,\n\t`state` text NOT NULL,\n\t`data` text NOT NULL,\n\t`result` text,\n\t`error_code` text,\n\t`error_message` text,\n\tPRIMARY KEY(`change`, `seq`)\n);\n--> statement-breakpoint\nCREATE TABLE `changes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`tool` text NOT NULL,\n\t`connection` text NOT NULL,\n\t`idempotency_key` text,\n\t`arguments_hash` text NOT NULL,\n\t`state` text NOT NULL,\n\t`job` integer NOT NULL,\n\t`total` integer NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`finished_at` integer,\n\t`undoes` text,\n\t`undone_by` text,\n\t`details` text NOT NULL\n);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `changes_idempotency_key` ON `changes` (`key`,`tool`,`idempotency_key`);--> statement-breakpoint\nCREATE INDEX `changes_state` ON `changes` (`state`);--> statement-breakpoint\nCREATE INDEX `changes_created_at` ON `changes` (`created_at`);--> statement-breakpoint\nALTER TABLE `api_keys` ADD `writes` text DEFAULT 'allowed' NOT NULL;",
    "m0005": "CREATE TABLE `webhook_deliveries` (\n\t`hash` text PRIMARY KEY NOT NULL,\n\t`at` integer NOT NULL\n);\n--> statement-breakpoint\nCREATE INDEX `webhook_deliveries_at` ON `webhook_deliveries` (`at`);--> statement-breakpoint\nCREATE TABLE `webhooks` (\n\t`token_hash` text PRIMARY KEY NOT NULL,\n\t`connection` text NOT NULL,\n\t`credential_hash` text NOT NULL,\n\t`upstream_id` integer,\n\t`error_code` text\n);\n--> statement-breakpoint\nCREATE INDEX `webhooks_connection` ON `webhooks` (`connection`);",
    "m0006": "CREATE TABLE `events` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`type` text NOT NULL,\n\t`data` text NOT NULL,\n\t`at` integer NOT NULL,\n\t`told_at` integer\n);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `events_key_unique` ON `events` (`key`);--> statement-breakpoint\nCREATE INDEX `events_told_at` ON `events` (`told_at`);--> statement-breakpoint\nCREATE TABLE `outgoing_deliveries` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`webhook` text NOT NULL,\n\t`event` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`next_attempt_at` integer,\n\t`attempted_at` integer,\n\t`status` integer,\n\t`error` text,\n\t`duration_ms` integer\n);\n--> statement-breakpoint\nCREATE INDEX `outgoing_deliveries_next` ON `outgoing_deliveries` (`next_attempt_at`);--> statement-breakpoint\nCREATE INDEX `outgoing_deliveries_webhook` ON `outgoing_deliveries` (`webhook`,`created_at`);--> statement-breakpoint\nCREATE TABLE `outgoing_webhooks` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`url` text NOT NULL,\n\t`events` text NOT NULL,\n\t`secret` text NOT NULL,\n\t`former_secret` text,\n\t`former_secret_until` integer,\n\t`enabled` integer NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`failing_since` integer,\n\t`disabled_at` integer\n);\n--> statement-breakpoint\nCREATE TABLE `overage` (\n\t`period` integer PRIMARY KEY NOT NULL,\n\t`calls` integer NOT NULL,\n\t`reported` integer DEFAULT 0 NOT NULL,\n\t`reporting` integer,\n\t`reported_at` integer\n);\n--> statement-breakpoint\nCREATE TABLE `usage_errors` (\n\t`day` text NOT NULL,\n\t`code` text NOT NULL,\n\t`tool` text NOT NULL,\n\t`calls` integer NOT NULL,\n\tPRIMARY KEY(`day`, `code`, `tool`)\n);\n--> statement-breakpoint\nCREATE TABLE `usage_hours` (\n\t`hour` text NOT NULL,\n\t`bucket` integer NOT NULL,\n\t`calls` integer NOT NULL,\n\t`billable` integer NOT NULL,\n\t`errors` integer NOT NULL,\n\t`duration_ms` integer NOT NULL,\n\tPRIMARY KEY(`hour`, `bucket`)\n);\n",
    "m0007": "CREATE TABLE `grant_tokens` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`grant_id` text NOT NULL,\n\t`record` text NOT NULL,\n\t`ends_at` integer NOT NULL\n);\n--> statement-breakpoint\nCREATE INDEX `grant_tokens_grant` ON `grant_tokens` (`grant_id`);--> statement-breakpoint\nCREATE INDEX `grant_tokens_ends_at` ON `grant_tokens` (`ends_at`);--> statement-breakpoint\nCREATE TABLE `grants` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`member_id` text NOT NULL,\n\t`client_id` text NOT NULL,\n\t`client_name` text NOT NULL,\n\t`client_domain` text,\n\t`redirect_uri` text NOT NULL,\n\t`scopes` text NOT NULL,\n\t`toolsets` text,\n\t`connections` text,\n\t`created_at` integer NOT NULL,\n\t`used_at` integer,\n\t`revoked_at` integer,\n\t`record` text,\n\t`ends_at` integer\n);\n"
  }
};
