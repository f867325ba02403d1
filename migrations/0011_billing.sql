CREATE TABLE `billing_accounts` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`status` text NOT NULL,
	`trial_ends_at` integer,
	`trial_end_reason` text,
	`due_at` integer,
	`customer_id` text,
	`subscription_id` text,
	`subscription_status` text,
	`interval` text,
	`base_item_id` text,
	`listing_item_id` text,
	`overage_item_id` text,
	`quantity` integer,
	`period_start` integer,
	`period_end` integer,
	`cancel_at` integer,
	`canceled_at` integer,
	`ended_at` integer,
	`schedule_id` text,
	`next_plan` text,
	`next_interval` text,
	`next_at` integer,
	`past_due_since` integer,
	`open_invoice_id` text,
	`open_invoice_url` text,
	`mrr` integer DEFAULT 0 NOT NULL,
	`ticket` integer DEFAULT 0 NOT NULL,
	`synced_ticket` integer DEFAULT 0 NOT NULL,
	`synced_at` integer,
	`former_plan` text,
	`archived_at` integer,
	`kept_until` integer,
	`listings` integer,
	`listings_counted_at` integer,
	`next_listing_sync_at` integer,
	`listing_sync_error` text,
	`overage` text DEFAULT 'refuse' NOT NULL,
	`alert_thresholds` text DEFAULT '[80,90,100]' NOT NULL,
	`billing_email` text,
	`billing_address` text,
	`tax_id` text,
	`invoice_emails` integer DEFAULT true NOT NULL,
	`usage_alerts` integer DEFAULT true NOT NULL,
	`webhook_notifications` integer DEFAULT true NOT NULL,
	`entitlement` text,
	`entitlement_version` integer DEFAULT 1 NOT NULL,
	`operation` text,
	`operation_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `billing_accounts_customer_id_unique` ON `billing_accounts` (`customer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `billing_accounts_subscription_id_unique` ON `billing_accounts` (`subscription_id`);--> statement-breakpoint
CREATE INDEX `billing_accounts_due` ON `billing_accounts` (`due_at`);--> statement-breakpoint
CREATE INDEX `billing_accounts_listing_sync` ON `billing_accounts` (`next_listing_sync_at`);--> statement-breakpoint
CREATE TABLE `billing_changes` (
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`subscription_id` text,
	`from_plan` text,
	`to_plan` text,
	`to_interval` text,
	`from_quantity` integer,
	`to_quantity` integer,
	`effective_at` integer NOT NULL,
	`reason` text,
	`feedback` text,
	`announced_at` integer,
	PRIMARY KEY(`organization_id`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `billing_changes_organization` ON `billing_changes` (`organization_id`,`at`);--> statement-breakpoint
CREATE INDEX `billing_changes_unannounced` ON `billing_changes` (`at`) WHERE "billing_changes"."announced_at" is null;--> statement-breakpoint
CREATE TABLE `billing_drifts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`expected` text NOT NULL,
	`found` text NOT NULL,
	`cause` text NOT NULL,
	`repaired_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `billing_drifts_organization` ON `billing_drifts` (`organization_id`,`at`);--> statement-breakpoint
CREATE TABLE `billing_events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`api_version` text,
	`object_id` text,
	`customer_id` text,
	`billed_organization` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 1 NOT NULL,
	`claimed_until` integer,
	`error` text,
	`created_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`completed_at` integer
);
--> statement-breakpoint
CREATE INDEX `billing_events_customer` ON `billing_events` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `billing_events_state` ON `billing_events` (`state`,`received_at`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`number` text,
	`status` text NOT NULL,
	`reason` text,
	`currency` text NOT NULL,
	`total` integer NOT NULL,
	`amount_due` integer NOT NULL,
	`amount_paid` integer NOT NULL,
	`quantity` integer,
	`period_start` integer NOT NULL,
	`period_end` integer NOT NULL,
	`due_at` integer,
	`paid_at` integer,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`hosted_url` text,
	`pdf_url` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invoices_organization` ON `invoices` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `listing_counts` (
	`organization_id` text NOT NULL,
	`day` text NOT NULL,
	`listings` integer NOT NULL,
	`counted_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `day`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quantity_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`day` text NOT NULL,
	`subscription_id` text NOT NULL,
	`item_id` text NOT NULL,
	`from_quantity` integer NOT NULL,
	`to_quantity` integer NOT NULL,
	`proration_date` integer NOT NULL,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`written_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quantity_changes_day` ON `quantity_changes` (`organization_id`,`day`,`subscription_id`);--> statement-breakpoint
CREATE TABLE `trial_claims` (
	`account_hash` text PRIMARY KEY NOT NULL,
	`claimed_by` text NOT NULL,
	`claimed_at` integer NOT NULL
);
