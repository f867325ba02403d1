ALTER TABLE `organizations` ADD `closing_notice_at` integer;--> statement-breakpoint
CREATE INDEX `organizations_state` ON `organizations` (`state`);--> statement-breakpoint
CREATE INDEX `users_organization_name` ON `users` (`created_at`) WHERE "users"."organization_name" is not null;