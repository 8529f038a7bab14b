import type { Locale } from "../../../locale.ts";

/** Words that state nothing by themselves, folded: what they bind is checked. Duty, leave and denial are checked apart. */
export const softWords: Record<Locale, Set<string>> = {
  es: new Set((
    "el la lo los las un una unos unas al del de a ante bajo con contra desde durante en entre hacia hasta para por segun sin sobre tras y e o u ni que "
    + "quien quienes cual cuales cuyo cuya como cuando donde cuanto si no pero sino aunque porque pues mientras ya aun mas muy tan tanto tambien ademas "
    + "asi entonces luego solo se le les me te nos su sus mi mis tu tus este esta estos estas ese esa esos esas eso esto aquel ello ellos ella ellas "
    + "usted ustedes uno algun alguna algunos algunas otro otra otros otras mismo misma mismos mismas cada todo toda todos todas cualquier cualquiera "
    + "es son era eran fue fueron ser sea sean sera seran estar esta estan este esten ha han haber hay habia haya tiene tienen tener tenga tengan tendra "
    + "hacer hace hacen haga hagan hecho puede pueden poder podra podran pueda puedan debe deben deber debera deberan deba necesita necesitan necesario necesaria "
    + "necesite requiere requieren va van ir vaya da dan dar de caso casos forma manera medio medios parte vez veces persona personas ejemplo decir dice "
    + "dicen siguiente siguientes tipo cosa cosas respecto acuerdo traves fin debido igual nunca tampoco nada nadie ningun ninguna jamas siempre minimo "
    + "incluye incluyen incluido incluida maximo menos antes despues dentro fuera total lista ademas cambio embargo obstante cuenta dos tres"
  ).split(" ")),
  en: new Set((
    "the a an of to in on at by for from with without into onto over under between through during before after until within about as than then and or nor "
    + "but if so because although while when where who whom whose which that this these those there here it its he she they them their theirs his her you your "
    + "yours we our us i me my is are was were be been being am do does did done doing has have had having can could may might must shall should will would "
    + "need needs needed not no yes also too very more most less least only just even such same other others another each every all any some both either "
    + "neither one ones what how why per via up down out off again once get gets got make makes made take takes taken give gives given let lets go goes "
    + "person people case cases way ways part time times example thing things kind kinds following next according however instead whether anyone everyone "
    + "someone nobody nothing never always cannot don doesn isn aren won didn re ve ll include includes included cover covers covered required minimum maximum says say counted account"
  ).split(" ")),
};
