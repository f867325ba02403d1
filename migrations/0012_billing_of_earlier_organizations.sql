-- Organizations from before there was billing begin with what is left of their trial; the next job reads the rest.
INSERT OR IGNORE INTO billing_accounts (organization_id, plan, status, trial_ends_at, due_at, next_listing_sync_at, created_at)
SELECT id, 'starter', 'trialing', created_at + 14 * 24 * 60 * 60 * 1000, created_at, created_at, created_at
FROM organizations WHERE state <> 'gone';
