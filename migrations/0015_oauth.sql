CREATE TABLE `oauth_records` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`ends_at` integer
);
--> statement-breakpoint
CREATE INDEX `oauth_records_ends_at` ON `oauth_records` (`ends_at`);