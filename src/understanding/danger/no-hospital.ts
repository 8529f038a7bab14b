import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** Whether a short message tells that somebody has no papers: after a danger it may be why they do not go. */
export const tellsNoPapers = (text: string): boolean => {
  const words = wordsIn(text);
  return words.length <= mostWords && noPapers.find(words) !== undefined;
};

/** Whether somebody would not go to a hospital, for their papers. */
export const shunsHospital = (text: string): boolean => tellsNoPapers(text) && shuns.find(wordsIn(text)) !== undefined;

const mostWords = 30;

const noPapers = compilePhrases([
  "(no tengo|no tenemos|no tiene|no tienen|sin|me faltan|no llevo|no cargo|no hay) [ni|los|mis|ningun|ningunos|nada de|un|el|mi] (papel|papeles|documento|documentos|documentacion|ppt|pasaporte|permiso|cedula)", "(soy|estoy|estamos|somos) [aqui] (ilegal|ilegales|irregular|irregulares|indocumentad*)",
  "(perdieron|perdio|perdi|robaron|robo|botaron|quitaron) [todos] [los|mis|el|mi|la] (papeles|documentos|pasaporte|ppt|cedula)", "(papeles|documentos|ppt|pasaporte|permiso) .. (vencid*|botad*|perdid*)",
  "(no|without|(dont|doesnt|didnt|do not|does not) have) [any|my|a|the] (papers|documents|ppt|passport|permit|documentation)", "(im|i am|we are|were|hes|shes|he is|she is) [here] (illegal*|undocumented|irregular*)",
]);

const place = "(hospital|hospitales|urgencias|urgencia|clinica|medico|doctor|doctora|puesto de salud|emergency room|emergency|er|clinic)";

const shuns = compilePhrases([
  `no [me|nos] (voy|vamos|va|iria|ire|quiero ir|quiere ir|puedo ir|puede ir|podemos ir|pienso ir|voy a ir|va a ir|me atrevo|he ido|hemos ido|fui|fuimos|quiero|llevo|llevamos) .. ${place}`,
  `(me da|tengo|nos da|le da|tiene) [mucho] (miedo|pena|temor) .. ${place}`, `(como|para que) (voy|vamos|ir) .. ${place} .. (sin|no tengo)`,
  `(not|wont|dont|cant|cannot|never) .. (go|going|went|take) .. ${place}`, `(afraid|scared) [to|of] .. ${place}`,
]);
