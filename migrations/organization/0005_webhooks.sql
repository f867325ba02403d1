CREATE TABLE `webhook_deliveries` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_at` ON `webhook_deliveries` (`at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`connection` text NOT NULL,
	`credential_hash` text NOT NULL,
	`upstream_id` integer,
	`error_code` text
);
--> statement-breakpoint
CREATE INDEX `webhooks_connection` ON `webhooks` (`connection`);