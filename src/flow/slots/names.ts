export const validatorNames = [
  "text", "name", "email", "phone", "document", "date", "city", "number", "radicado", "yesno",
] as const;
export type ValidatorName = (typeof validatorNames)[number];
