import { addDays, type Day, weekday } from "./day.ts";

export const isHoliday = (day: Day): boolean => holidays(Number(day.slice(0, 4))).has(day);

/** The days of rest of a year (1984 and later), and which feast each is; two can fall on the same Monday. */
export const holidays = (year: number): ReadonlyMap<Day, readonly Holiday[]> => {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<Day, Holiday[]>();
  for (const [name, day] of feasts(year)) days.set(day, [...(days.get(day) ?? []), name]);
  years.set(year, days);
  return days;
};

export type Holiday = keyof typeof fixed | keyof typeof movedToMonday | keyof typeof afterEaster | keyof typeof afterEasterMoved;

const years = new Map<number, Map<Day, Holiday[]>>();

/*
 * Ley 51 de 1983, artículo 1°: «Todos los trabajadores, tanto del sector público como del sector privado, tienen
 * derecho al descanso remunerado en los siguientes días de fiesta de carácter civil o religioso: primero de enero, seis
 * de enero, diecinueve de marzo, primero de mayo, veintinueve de junio, veinte de julio, siete de agosto, quince de
 * agosto, doce de octubre, primero de noviembre, once de noviembre, ocho de diciembre y veinticinco de diciembre; además
 * de los días jueves y viernes santos, Ascensión de Señor, Corpus Cristi y Sagrado Corazón de Jesús.
 * 2°. Pero el descanso remunerado del seis de enero, diecinueve de marzo, veintinueve de junio, quince de agosto, doce de
 * octubre, primero de noviembre, once de noviembre, Ascensión del Señor, Corpus Cristi y Sagrado Corazón de Jesús cuando
 * no caiga en día lunes se trasladarán al lunes siguiente a dicho día. Cuando las mencionadas festividades caigan en
 * domingo, el descanso remunerado, igualmente se trasladará al lunes».
 */
const fixed = {
  "new-year": "01-01",
  labour: "05-01",
  independence: "07-20",
  boyaca: "08-07",
  immaculate: "12-08",
  christmas: "12-25",
};

const movedToMonday = {
  epiphany: "01-06",
  "saint-joseph": "03-19",
  "peter-and-paul": "06-29",
  assumption: "08-15",
  diversity: "10-12",
  "all-saints": "11-01",
  cartagena: "11-11",
};

const afterEaster = { "holy-thursday": -3, "good-friday": -2 };
const afterEasterMoved = { ascension: 39, "corpus-christi": 60, "sacred-heart": 68 };

const feasts = (year: number): [Holiday, Day][] => {
  const sunday = easter(year);
  return [
    ...entries(fixed).map(([name, date]): [Holiday, Day] => [name, `${year}-${date}`]),
    ...entries(movedToMonday).map(([name, date]): [Holiday, Day] => [name, mondayFrom(`${year}-${date}`)]),
    ...entries(afterEaster).map(([name, days]): [Holiday, Day] => [name, addDays(sunday, days)]),
    ...entries(afterEasterMoved).map(([name, days]): [Holiday, Day] => [name, mondayFrom(addDays(sunday, days))]),
  ];
};

const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];

const mondayFrom = (day: Day): Day => (weekday(day) === "mon" ? day : mondayFrom(addDays(day, 1)));

/**
 * Easter Sunday: the first Sunday after the full moon that falls on 21 March or later, by the tables of the Gregorian
 * reform (golden number, corrections of sun and moon, epact).
 */
const easter = (year: number): Day => {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const sun = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const epact = (((11 * golden + 20 + moon - sun) % 30) + 30) % 30;
  const late = epact === 24 || (epact === 25 && golden > 11) ? epact + 1 : epact;
  const fullMoon = 44 - late < 21 ? 74 - late : 44 - late;
  return sundayAfter(addDays(`${year}-03-01`, fullMoon - 1));
};

const sundayAfter = (day: Day): Day => {
  const next = addDays(day, 1);
  return weekday(next) === "sun" ? next : sundayAfter(next);
};
