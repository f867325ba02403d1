CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`last_four` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_active` ON `api_keys` (`revoked_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`surface` text NOT NULL,
	`action` text NOT NULL,
	`target` text,
	`connection` text,
	`result` text NOT NULL,
	`billable` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`ip` text,
	`user_agent` text,
	`details` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`connector` text NOT NULL,
	`name` text NOT NULL,
	`account_label` text NOT NULL,
	`credential` text NOT NULL,
	`token` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`checked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`entitlement` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `usage` (
	`day` text NOT NULL,
	`actor` text NOT NULL,
	`tool` text NOT NULL,
	`calls` integer NOT NULL,
	`billable` integer NOT NULL,
	`errors` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`day`, `actor`, `tool`)
);
