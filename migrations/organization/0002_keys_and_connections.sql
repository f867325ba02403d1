ALTER TABLE `api_keys` ADD `environment` text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `toolsets` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `ip_allow_list` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `member_id` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `grace_until` integer;--> statement-breakpoint
ALTER TABLE `connections` ADD `last_error_code` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `last_error_at` integer;--> statement-breakpoint
ALTER TABLE `connections` ADD `assigned_to_members` text;--> statement-breakpoint
CREATE UNIQUE INDEX `connections_name` ON `connections` (`connector`,`name`);