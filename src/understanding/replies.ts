import { compilePhrases } from "./phrases.ts";
import { wordsIn } from "./spoken.ts";

/** True for words that leave a question out where it is not one of yes or no: "no, thanks", "nothing to add". */
export const saysNothing = (text: string): boolean => text.length <= longest && nothing.isAll(wordsIn(text));

/** True when somebody who refused now agrees: "ok, I accept", "never mind, go ahead". */
export const agreesAfterAll = (text: string): boolean => text.length <= longest && agreement.isAll(wordsIn(text));

/** True for a question about what happens with the data that somebody gives here. */
export const asksAboutData = (text: string): boolean => text.length <= longest && aboutData.find(wordsIn(text)) !== undefined;

const longest = 120;

const data = "(datos|dato|informacion|data|information|info|details)";

const aboutData = compilePhrases([
  `(quien|quienes|who) .. (ve|ven|vera|veran|lee|leen|mira|miran|tiene|tienen|accede|acceden|usa|usan|recibe|reciben|sees|see|reads|read|gets|get|has|uses|use|receives) .. ${data}`,
  `(que hacen|que van a hacer|que pasa|para que (son|usan|quieren|necesitan|piden)|what do you do|what happens|what will you do|why do you (need|want|ask)) .. (mis|mi|estos|esos|my|this|these|that) ${data}`,
  `(mis|mi|estos|esos|my|this|the) ${data} .. (segur*|protegid*|privad*|confidencial*|a salvo|safe|secure|private|protected|confidential|shared|compart*|publi*)`,
  `(comparten|compartir|venden|publican|guardan|almacenan|entregan|pasan|share|sell|store|keep|publish|give away) .. (mis|mi|estos|esos|los|my|this|the) ${data}`,
  `(es seguro|is it safe) [dar|darle|darles|poner|to give|giving|to enter] .. ${data}`,
]);

const polite = "[gracias|muchas gracias|por favor|thanks|thank you|please|senor|senora|mijo|mija|amigo|amiga|hermano|my brother|brother|sir|skip|skip it|omitir|omitalo|por ahora|por el momento|for now|at the moment]";

const nothing = compilePhrases([
  `[pues|ah|ay|uy|bueno|mmm|la verdad|hola|de momento|por ahora] (no|nop|nope|nah|nel|no no|nada|ninguno|ninguna|nadie|nothing|none|neither|no one) ${polite} ${polite} [nada|ninguno|ninguna|nothing|none] ${polite}`,
  `[no] (no tengo|no tiene|no tenemos|no hay|no existe|no uso|no cuento con|no poseo|no manejo) [uno|una|ninguno|ninguna|nada|eso|ese dato|esa informacion|correo|email|telefono|celular|documento|direccion|nada mas|mas|nada que agregar|nada para agregar] ${polite}`,
  `[no] (nada (mas|que (agregar|anadir|decir)|para (agregar|anadir)|por agregar)|sin (correo|telefono|email|direccion|datos|nada|comentarios|informacion)|eso es todo|eso seria todo|es todo) ${polite}`,
  `[no] (prefiero|preferiria) (no|que no|no darlo|no darla|no compartirlo|no compartir eso|no responder|no decirlo|no decirla|no hacerlo|dejarlo asi|reservarme eso|guardarmelo) ${polite}`,
  `[no] no (quiero|deseo|quisiera|pienso|voy a) (darlo|darla|dar eso|dar ese dato|darle eso|decirlo|decirle|compartirlo|compartir eso|compartir ese dato|responder|contestar|agregar nada|poner nada) ${polite}`,
  `[no] (no hace falta|no es necesario|no aplica|no se requiere|no lo necesito|no la necesito|no me interesa|dejelo asi|dejelo en blanco|asi esta bien) ${polite}`,
  `[no] (i|we) (do not|dont|didnt|did not) (have|use|own|want) [one|any|it|that|this|to|an email|email|e mail|mail|a phone|phone|an address|a document|to (say|answer|share|give it|give that|tell|add anything)] ${polite}`,
  `[no] (i have (none|nothing|no email|no phone|no address|no document)|i would not|i wont) [to add|to say] ${polite}`,
  `[no] [i|id|i would|i d] (rather|prefer|would prefer|would rather) (not|not to|not say|not to say|not share|not give|not give it|keep it private) [(to) (say|share|answer|give) [that|it]|that|it|say|share|answer] ${polite}`,
  `[no] [pues|eso] no (se lo|le|te|les|lo) (voy a|quiero|puedo|pienso) (decir|dar|contar) [eso|(de donde|quien|donde) (soy|vengo|vivo|estoy)|mi (pais|nombre|ciudad|edad)] ${polite}`,
  `[no] [pues|eso] (no (se lo|le|te) (digo|doy|cuento)|no es (asunto|problema) (suyo|tuyo)|[a usted] que (le|te) importa|no tengo por que (decir|decirlo|decirle|contestar|responder)) [eso|(de donde|quien|donde) (soy|vengo|vivo|estoy)|mi (pais|nombre|ciudad|edad)] ${polite}`,
  `[no] [well] (none of your business|its private|thats private|that is private|(im|i am) not (telling|saying|going to (tell|say))|i (wont|will not|dont want to|do not want to) (tell|say)|why should i tell) [you|that|it|this] [(where|who) i (am|live|come from|am from)|where im from|my (country|name|city|age)] ${polite}`,
  `[no] (nothing (else|more|to add|to say|special)|no (email|phone|address|document|comments)|thats all|that is all|thats it|not needed|no need|not necessary|not interested|leave it blank|leave it) ${polite}`,
]);

const oops = "[no (perdon|espere|espera|mentiras|wait|sorry)|ok|okay|bueno|listo|perdon|disculpe|esta bien|espere|espera|ah|mejor|pensandolo bien|ya lo pense|me arrepenti|cambie de (idea|opinion)|sorry|wait|actually|never mind|nevermind|fine|alright|all right|well|on second thought|i changed my mind|changed my mind|hold on]";

const agreement = compilePhrases([
  `${oops} ${oops} [si|yes|yeah] [ahora|now|entonces|then|ya] [si|yo|i|lo] [si|do] (acepto|autorizo|estoy de acuerdo|de acuerdo|doy mi (autorizacion|consentimiento|permiso)|accept|agree|consent|authorize|authorise|give my consent) [ahora|now|entonces|then|it|that|to it|to that|lo|con eso|eso|el tratamiento de mis datos|the data|mis datos] [sigamos|continuemos|gracias|thanks|please|por favor|go on|lets continue]`,
  `${oops} [si|yes] (sigamos|continuemos|lets (go on|continue)|let us (go on|continue)|go ahead|go on|adelante) [entonces|then] (acepto|autorizo|i (accept|agree)|estoy de acuerdo)`,
]);
