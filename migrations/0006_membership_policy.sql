ALTER TABLE `members` ADD `connectors` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `deletes_at` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `require_two_factor` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `ip_allow_list` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `key_creation` text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `policy_version` integer DEFAULT 0 NOT NULL;