CREATE TRIGGER `members_added` AFTER INSERT ON `members` BEGIN
  UPDATE `organizations` SET `policy_version` = `policy_version` + 1 WHERE `id` = NEW.`organization_id`;
END;--> statement-breakpoint
CREATE TRIGGER `members_changed` AFTER UPDATE ON `members` BEGIN
  UPDATE `organizations` SET `policy_version` = `policy_version` + 1 WHERE `id` = NEW.`organization_id`;
END;--> statement-breakpoint
CREATE TRIGGER `members_removed` AFTER DELETE ON `members` BEGIN
  UPDATE `organizations` SET `policy_version` = `policy_version` + 1 WHERE `id` = OLD.`organization_id`;
END;--> statement-breakpoint
CREATE TRIGGER `organizations_changed` AFTER UPDATE OF `state`, `ip_allow_list` ON `organizations` BEGIN
  UPDATE `organizations` SET `policy_version` = `policy_version` + 1 WHERE `id` = NEW.`id`;
END;
