/**
 * The identity documents that people show, and the numbers seen on them. The ranges are wide on purpose: formats
 * change, and a person is not sent away for a digit.
 */
export const documentTypes = {
  CC: { number: /^\d{5,10}$/, words: ["cc", "c c", "cedula de ciudadania", "cedula colombiana", "cedula ciudadania", "citizen id", "citizenship card", "colombian id", "cedula"] },
  CE: { number: /^[A-Z]?\d{5,9}$/, words: ["ce", "c e", "cedula de extranjeria", "cedula extranjeria", "cedula de extranjero", "extranjeria", "foreigner id", "foreign id", "resident card"] },
  TI: { number: /^\d{10,11}$/, words: ["ti", "t i", "tarjeta de identidad", "tarjeta identidad", "identity card", "minor id"] },
  RC: { number: /^\d{7,11}$/, words: ["rc", "r c", "registro civil de nacimiento", "registro civil", "registro de nacimiento", "birth certificate", "birth registration", "civil registry", "civil registration"] },
  PPT: { number: /^\d{5,9}$/, words: ["ppt", "p p t", "permiso por proteccion temporal", "permiso de proteccion temporal", "proteccion temporal", "temporary protection permit", "temporary protection"] },
  CI: { number: /^[VEJ]?\d{6,10}$/, words: ["cedula venezolana", "cedula de venezuela", "cedula de identidad", "cedula ecuatoriana", "cedula de ecuador", "cedula peruana", "cedula chilena", "cedula de mi pais", "venezuelan id", "venezuelan cedula", "national id", "dni"] },
  PA: { number: /^(?=.*\d)[A-Z0-9]{5,12}$/, words: ["pasaporte", "passport", "pasaport", "passaporte", "passaport", "pas", "pp", "pa", "an"] },
} as const;

export type DocumentType = keyof typeof documentTypes;
