ALTER TABLE `organizations` ADD `locale` text;--> statement-breakpoint
CREATE INDEX `billing_accounts_synced` ON `billing_accounts` (`synced_at`);