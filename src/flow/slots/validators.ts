import { amount } from "./amount.ts";
import { booking } from "./booking.ts";
import { city } from "./city.ts";
import { code } from "./code.ts";
import { date } from "./date.ts";
import { document } from "./document.ts";
import { email } from "./email.ts";
import { files } from "./files.ts";
import { moment } from "./moment.ts";
import { name } from "./name.ts";
import type { ValidatorName } from "./names.ts";
import { number } from "./number.ts";
import { phone } from "./phone.ts";
import { place } from "./place.ts";
import { radicado } from "./radicado.ts";
import { text } from "./text.ts";
import type { Validator } from "./validator.ts";
import { venue } from "./venue.ts";
import { when } from "./when.ts";
import { yesno } from "./yesno.ts";

export const validators: Record<ValidatorName, Validator> = {
  text, name, email, phone, document, date, moment, when, city, place, venue, number, amount, radicado, booking, code, yesno, files,
};
