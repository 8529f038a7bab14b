export const validatorNames = [
  "text", "name", "email", "phone", "document", "date", "moment", "city", "number", "amount", "radicado", "yesno",
] as const;
export type ValidatorName = (typeof validatorNames)[number];
