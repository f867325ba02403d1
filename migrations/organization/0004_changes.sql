CREATE TABLE `change_items` (
	`change` text NOT NULL,
	`seq` integer NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`data` text NOT NULL,
	`result` text,
	`error_code` text,
	`error_message` text,
	PRIMARY KEY(`change`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`tool` text NOT NULL,
	`connection` text NOT NULL,
	`idempotency_key` text,
	`arguments_hash` text NOT NULL,
	`state` text NOT NULL,
	`job` integer NOT NULL,
	`total` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`undoes` text,
	`undone_by` text,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_idempotency_key` ON `changes` (`key`,`tool`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `changes_state` ON `changes` (`state`);--> statement-breakpoint
CREATE INDEX `changes_created_at` ON `changes` (`created_at`);--> statement-breakpoint
ALTER TABLE `api_keys` ADD `writes` text DEFAULT 'allowed' NOT NULL;