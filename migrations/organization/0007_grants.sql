CREATE TABLE `grant_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`record` text NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `grant_tokens_grant` ON `grant_tokens` (`grant_id`);--> statement-breakpoint
CREATE INDEX `grant_tokens_ends_at` ON `grant_tokens` (`ends_at`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`client_id` text NOT NULL,
	`client_name` text NOT NULL,
	`client_domain` text,
	`redirect_uri` text NOT NULL,
	`scopes` text NOT NULL,
	`toolsets` text,
	`connections` text,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	`record` text,
	`ends_at` integer
);
