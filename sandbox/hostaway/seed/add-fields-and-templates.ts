import type { Account } from "#sandbox/hostaway/account.ts";
import { CustomField } from "#sandbox/hostaway/operations/custom-fields.ts";

const fields = [
  { name: "Owner code", objectType: "listing" },
  {
    name: "Reason for travel",
    objectType: "reservation",
    type: "dropdown",
    possibleValues: ["Leisure", "Business", "Family"],
  },
  { name: "Invoice number", objectType: "task" },
];

const templates = [
  [
    "Welcome",
    "Hello {{guest_first_name}}, thank you for booking {{listing_name}}. We look forward to {{check_in_date}}!",
  ],
  [
    "Check-in",
    "Hi {{guest_first_name}}, you can come in from {{check_in_time}}:00 on {{check_in_date}}. The code is {{door_code}}.",
  ],
  [
    "Check-out",
    "Good morning {{guest_first_name}}, please leave by {{check_out_time}}:00 on {{check_out_date}}. Safe travels!",
  ],
  ["Late check-out", "Hi {{guest_first_name}}, you may stay until 14:00 for a fee. Shall we arrange it?"],
] as const;

/** The fields that listings and reservations fill in, and what is written to guests again and again. */
export function addFieldsAndTemplates(account: Account): void {
  const accountId = Number(account.id);
  fields.forEach((field, index) => {
    const id = index + 1;
    account.customFields.put(
      CustomField.parse({ id, accountId, varName: `custom_field_${id}`, sortOrder: index, ...field }),
    );
  });
  for (const [name, message] of templates) {
    account.messageTemplates.put({
      id: account.messageTemplates.nextId(),
      accountId,
      listingMapId: null,
      channelId: null,
      messageTemplateGroupId: 1,
      description: null,
      color: null,
      name,
      message,
    });
  }
}
