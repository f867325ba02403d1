ALTER TABLE `organizations` DROP COLUMN `logo`;--> statement-breakpoint
ALTER TABLE `organizations` DROP COLUMN `metadata`;