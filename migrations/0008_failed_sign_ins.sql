CREATE TABLE `failed_sign_ins` (
	`user_id` text PRIMARY KEY NOT NULL,
	`recent` text NOT NULL,
	`alerted_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
