CREATE TABLE `data_keys` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`ring_id` integer NOT NULL,
	`wrapped` blob NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL
);
