CREATE TABLE `job_runs` (
	`job` text PRIMARY KEY NOT NULL,
	`every_minutes` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE TABLE `operator_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`operation` text NOT NULL,
	`target` text,
	`ip` text
);
--> statement-breakpoint
CREATE INDEX `operator_looks_at` ON `operator_looks` (`at`);--> statement-breakpoint
CREATE TABLE `organization_rollups` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL,
	`rolled_up_at` integer,
	`last_call_at` integer,
	`hour_calls` integer DEFAULT 0 NOT NULL,
	`hour_errors` integer DEFAULT 0 NOT NULL,
	`failing_webhooks` text DEFAULT '[]' NOT NULL,
	`schema_version` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organization_rollups_next` ON `organization_rollups` (`next_at`);--> statement-breakpoint
CREATE TABLE `slow_queries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`statement` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `slow_queries_at` ON `slow_queries` (`at`);--> statement-breakpoint
CREATE TABLE `usage_rollups` (
	`organization_id` text NOT NULL,
	`day` text NOT NULL,
	`calls` integer NOT NULL,
	`billable` integer NOT NULL,
	`errors` integer NOT NULL,
	`rolled_up_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `day`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `usage_rollups_day` ON `usage_rollups` (`day`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `suspension_reason` text;--> statement-breakpoint
CREATE INDEX `organizations_created` ON `organizations` (`created_at`,`id`);--> statement-breakpoint
CREATE TRIGGER `organizations_suspended` AFTER UPDATE OF `suspended_at` ON `organizations` BEGIN
  UPDATE `organizations` SET `policy_version` = `policy_version` + 1 WHERE `id` = NEW.`id`;
END;
