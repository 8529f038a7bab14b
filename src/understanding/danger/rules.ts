import type { Danger } from "../types.ts";
import { child } from "./child.ts";
import { medical } from "./medical.ts";
import { selfHarm } from "./self-harm.ts";
import { threat } from "./threat.ts";
import { trafficking } from "./trafficking.ts";
import { violence } from "./violence.ts";

/**
 * `says`: phrases that are danger wherever they stand.
 * `mentions`: phrases that name a danger; they count unless the message only asks about the subject.
 */
export type Rules = { says: string[]; mentions?: string[] };

/** When several dangers are in one message, the first of these is answered. */
export const rules: [Danger, Rules][] = [
  ["trafficking", trafficking],
  ["self-harm", selfHarm],
  ["child", child],
  ["violence", violence],
  ["medical", medical],
  ["threat", threat],
];

/** Sayings and names with dangerous words in them: they are taken out before the rules are tried. */
export const sayings: string[] = [
  "golpe* de (estado|suerte|vista|calor)", "de golpe", "golpe* al (bolsillo|presupuesto)", "un golpe duro",
  "(me|nos) (matan|mata|mataron|estan matando|van a matar) (con|de) [..] (impuestos|precios|tramites|papeleo|filas|multas|requisitos|risa|hambre|calor|frio|trabajo|multa|fila|cola|cobros|tarifas|aburrimiento)",
  "(impuestos|precios|tramites|papeleo|filas|multas|fila|calor|curiosidad|espera|estres) .. (me|nos) .. (matan|mata|matando|matar)",
  "(muero|muriendo|morir|morirme|morimos|muere) de [la|las|el|los|puro|pura] (risa|ganas|hambre|calor|frio|pena|verguenza|amor|curiosidad|aburrimiento|sueno|sed|envidia|nervios|viejo|vieja|viejos|iras|rabia)",
  "(muero|muriendo) por (ir|viajar|conocer|volver|ver|saber|tener|regresar|comer|ese|esa|un|una)",
  "me quiero morir de .. (verguenza|pena|risa|calor|frio|hambre|aburrimiento)", "que pena me quiero morir",
  "matar [el|mi] (tiempo|hambre|rato)", "matar dos pajaros", "(mata|matas|matamoros) de (cafe|platano|coca)",
  "(tramite|fila|espera|papeleo|proceso|cita|pagina|sistema|impuesto*|estres|calor|demora) .. (me|nos) .. (matar|matando|mata|matan)", "me (quiero|voy a) matar (trabajando|estudiando)", "vivir [mas] (en|con) (el|la|mi|mis|otro|otra|ese|esa|este pais|esta ciudad|venezuela|colombia|ecuador|peru|chile|espana|mexico|bogota|medellin|cali|cucuta|caracas|usa|estados unidos|arriendo|barranquilla|cartagena)", "live (in (the|a|my|another|that|venezuela|colombia|ecuador|peru|chile|spain|mexico|bogota|medellin|cali|cucuta|caracas)|with|at|near)", "auxilio* (de|economico|funerario|educativo|monetario)", "copy of (my|our|the|his|her) @passport", "copia* de (mi|su|la|el|los) @papeles", "pensando en la muerte de", "amenaza con (subir los precios|cerrar|multar*)", "no (me|nos) (deja|dejan|dejo) (ir|salir|asistir|faltar) .. (cita|temprano|oficina|diligencia|tramite|embajada|consulado)", "me mato (trabajando|estudiando|buscando|haciendo)", "(matarse|matarme|matandome) (trabajando|estudiando|buscando)", "me estoy matando (trabajando|estudiando)",
  "pega (el|la|un|una|duro el) (sol|logo|foto|sticker|etiqueta|enlace|texto|link)", "(pego|pegar|pega) [aqui|aca|ahi] [el|la|un|una] (enlace|link|texto|foto|codigo|captura|mensaje)",
  "se me pego [el|la] (gripa|gripe|acento|maña|mana|costumbre|pantalla|computador|celular)", "se (pega|pego|quedo pegada) (la|el) (pagina|pantalla|sistema|aplicacion|computador|celular)",
  "me pego (un|el) (viaje|susto|banos|bano)", "me pegue .. (susto|resfriado|bano)",
  "(viola|violo|violaron|violan|violar) (el|la|los|las|mi|mis|un|una|sus) (ley|derecho|derechos|norma|normas|debido|privacidad|plazo|plazos|contrato|reglas|constitucion|reserva|terminos|visa|habeas|intimidad)",
  "violaron (los|mis) ..", "abuso de (autoridad|poder|confianza|cobro)", "abusan con los (precios|cobros)", "(abusa|abusaron) de (su cargo|autoridad|poder)",
  "amenaza de (lluvia|huelga|paro|tormenta)", "amenaza con (llover|renunciar|cerrar|demandar)", "especie* amenazada*",
  "trata de (explicar*|ayudar*|hacer|entrar|buscar|responder|abrir|llamar|un|una|mi|la|lo|el|ser)", "(tratado|tratados) de [libre]", "libre trata", "de que se trata", "se trata de", "trata sobre",
  "(infarto|paro|desmayo|patatus|soponcio|colapso|ataque) .. (precio|valor|cuenta|factura|noticia|nervios me dio|risa)", "casi me da (un|el) (infarto|paro|ataque|patatus)", "me (va a dar|dio) (un|el) (infarto|paro|patatus) .. (precio|precios|cuando vi|al ver)", "ataque de risa", "paro [de] (nacional|transporte|maestros|camionero|camioneros|civico|armado nacional|judicial|docente|taxistas)", "derrame de petroleo",
  "armas de fuego legal*", "(certificado|porte|permiso) .. arma*",
  "sangre (colombiana|venezolana|italiana|espanola|latina)", "(tipo|donar|donacion|examen|prueba|analisis) de sangre", "(lazos|vinculo|grupo) de sangre", "derecho de sangre",
  "(taxes|prices|fees|bureaucracy|paperwork|heat|wait|waiting|lines|queue|suspense|traffic|my feet|my back|commute) .. (kill|kills|killing) (me|us)",
  "(kill|kills|killing|killed) (time|two birds|the mood|the battery|it|an hour|some time)", "(you|youre|you are|this is|this queue is|its) killing me", "killing me with .. (forms|taxes|prices|questions|fees|requirements|paperwork)", "would kill for", "id kill (for|to)", "dressed to kill", "my (boss|husband|wife|mom|dad) [is going to|will|would|gonna] kill me if i (miss|forget|lose|am late|dont get|dont book|do not get)",
  "(dying|die) to (see|go|know|visit|travel|meet|try|hear|get|eat|return|come)", "dying of (laughter|boredom|curiosity|laughing|embarrassment|hunger|heat|thirst|cold)", "(dying|die) laughing", "id die for", "battery .. (dying|died|dead)", "(phone|computer|laptop|car|battery) .. (died|dying|dead)",
  "(heart attack|stroke) (when|at|because) .. (price|prices|bill|fee|fees|saw|news)", "(almost|nearly) (had|gave me) a heart attack", "gave me a heart attack", "stroke of luck", "heart stopping",
  "(hit|hits|hitting) (enter|send|submit|the button|a button|refresh|me up|the road|a wall|return|save|the limit|the gym|the beach)", "hit and run insurance", "beat the (line|queue|traffic|rush|deadline|crowd)", "beats me (why|how|what)", "it beats [me|waiting]", "hurts my (eyes|wallet|feelings)", "punched in", "kicked out of the (chat|page|system|site|queue|line)", "kicked me out of the (system|page|site|chat|session)",
  "(human|drug) trafficking (law|laws|report|statistics|policy|convention|protocol|act|index|course|training|research|committee|figures|data|study)",
  "blood (type|test|donor|donation|relative|relatives|sample|ties|work|bank)", "(overdose|od) of (information|paperwork|coffee)", "od on", "suicid* squad", "shoot (me|you|us|them) (an|a) (email|message|text|line|mail)", "trigger warning", "(threat|threatens) of (rain|strike|closure)", "threat* to (rain|strike|quit|close)",
  "(bleeding|cutting) edge", "bleeding money", "bleeding heart", "desangra el presupuesto", "suicidio (politico|comercial|financiero)", "political suicide", "career suicide",
];

/** Signs that a message asks about a subject and tells of no danger of its own. */
export const information: string[] = [
  "(informe|informes|reporte|reportes|cifra|cifras|estadistica*|datos|indicador*|ley|leyes|decreto|norma|articulo|politica|estrategia|plan|proyecto|campana|charla|curso|capacitacion|taller|tesis|investigacion|estudio|pelicula|noticia*|libro|documental|comite|comision|funcionario|funcionaria|periodista|estudiante|universidad|presupuesto|observatorio|rendicion|convenio|protocolo|delito)",
  "(report of|reports|statistic*|figure|figures|data|law|laws|decree|policy|strategy|plan|project|campaign|course|training|workshop|thesis|research|study|movie|film|news|book|documentary|committee|commission|official|officer|journalist|student|university|budget|accountability|agreement|protocol|annual report|public servant|social worker)",
  "(que es|que significa|en que consiste|definicion|cuantos|cuantas|que hace [..] (migracion|gobierno|cancilleria|entidad)|como previene*|prevencion|historia de|linea de)",
  "(what is|whats|what does .. mean|definition|how many|how much|prevention|history of|meaning of|what are|what does .. do)",
];
