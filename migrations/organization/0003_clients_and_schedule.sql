CREATE TABLE `client_configurations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`client` text NOT NULL,
	`environment` text NOT NULL,
	`key` text NOT NULL,
	`connections` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_configurations_name_unique` ON `client_configurations` (`name`);--> statement-breakpoint
CREATE TABLE `schedule` (
	`task` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL
);
