export const validatorNames = [
  "text", "name", "email", "phone", "document", "date", "moment", "when", "city", "place", "venue", "number", "amount", "radicado", "booking", "code", "yesno", "files",
] as const;
export type ValidatorName = (typeof validatorNames)[number];
