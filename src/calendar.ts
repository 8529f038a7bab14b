export { addDays, dayOf, type Day, instantOf, isDay, weekday, type Weekday, weekdays } from "./calendar/day.ts";
export { type Holiday, holidays, isHoliday } from "./calendar/holidays.ts";
export { addBusinessDays, businessDaysBetween, type DaysOff, isBusinessDay } from "./calendar/business-days.ts";
export { businessMinutesBetween, type Hours, isOpen, nextOpening, type Span, spansOn } from "./calendar/hours.ts";
