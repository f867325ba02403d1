CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_key_unique` ON `events` (`key`);--> statement-breakpoint
CREATE INDEX `events_told_at` ON `events` (`told_at`);--> statement-breakpoint
CREATE TABLE `outgoing_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`event` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`attempted_at` integer,
	`status` integer,
	`error` text,
	`duration_ms` integer
);
--> statement-breakpoint
CREATE INDEX `outgoing_deliveries_next` ON `outgoing_deliveries` (`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outgoing_deliveries_webhook` ON `outgoing_deliveries` (`webhook`,`created_at`);--> statement-breakpoint
CREATE TABLE `outgoing_webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_secret_until` integer,
	`enabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`failing_since` integer,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE TABLE `overage` (
	`period` integer PRIMARY KEY NOT NULL,
	`calls` integer NOT NULL,
	`reported` integer DEFAULT 0 NOT NULL,
	`reporting` integer,
	`reported_at` integer
);
--> statement-breakpoint
CREATE TABLE `usage_errors` (
	`day` text NOT NULL,
	`code` text NOT NULL,
	`tool` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`day`, `code`, `tool`)
);
--> statement-breakpoint
CREATE TABLE `usage_hours` (
	`hour` text NOT NULL,
	`bucket` integer NOT NULL,
	`calls` integer NOT NULL,
	`billable` integer NOT NULL,
	`errors` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	PRIMARY KEY(`hour`, `bucket`)
);
