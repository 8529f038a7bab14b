import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** True for a short question about who sees what somebody writes here: "is this private?", "¿él se entera si escribo?". */
export const asksIfPrivate = (text: string): boolean => {
  const words = wordsIn(text);
  return words.length <= mostWords && asked.find([...words, "_end"]) !== undefined;
};

const mostWords = 18;

const asked = compilePhrases([
  "(is|are) (this|it|these|the|our|my) [chat|conversation|messages|here|line|service] [all|really|totally|completely] (private|confidential|secret|anonymous|safe to write|safe to talk)", "(private|confidential|anonymous) (here|right|or not|_end)",
  "(can|will|could|does|do) (he|she|they|anyone|anybody|someone|somebody|my (husband|boyfriend|wife|boss|parents|mum|mom|dad)|people|others) [else] [be able to] (see|read|find out|know|find) [about] (this|it|what i (write|wrote|say|said)|the chat|my messages|that i wrote|these messages|if i write)",
  "who (can|will|could|else) [can|will] (see|read|know) (this|it|what i (write|wrote|say)|the chat|my messages|these messages)", "(will|would|can|does|could) (he|she|they|my (husband|boyfriend|wife|boss|parents|mum|mom|dad|family)) (find out|know|hear|get told) [_end|about it|about this|if i call|i called|that i called]", "(what if|if) (he|she|they) (finds out|find out|hears|knows)", "who (sees|reads) (this|it|what i (write|wrote|say)|the chat|my messages|these messages)",
  "(do you|will you|are you going to) (tell|call|inform|report (me|this) to) (him|her|anyone|anybody|the police|my (husband|boss|parents|mum|mom|family)|migration|immigration|migracion)",
  "(es|esto es|este chat es|esta conversacion es|aqui es|es esto|la conversacion es|todo es) [todo|de verdad|realmente] (privado|confidencial|secreto|anonimo|privada)", "(privado|confidencial|anonimo) (esto|aqui|o no)", "(queda|esto queda|todo queda|eso queda|queda todo|queda en|se queda en|es|guardan|guarda) [en|el|un] (secreto|reserva|privado|entre nosotros)", "(el|ella|ellos|mi (marido|esposo|pareja|novio|jefe|patron|mama|papa|familia)|alguien) (se entera|se va a enterar|se enterara|se puede enterar|se entere|lo sabra|va a saber) [_end|de algo|de esto|si llamo|si hablo]",
  "(quien|quienes|alguien|alguien mas|el|ella|ellos|mi (marido|esposo|pareja|novio|jefe|patron|mama|papa)|nadie) [mas] (ve|ven|vera|va a ver|puede ver|pueden ver|lee|leen|puede leer|pueden leer|se entera|se va a enterar|se puede enterar|se da cuenta) (esto|lo que (escribo|digo|cuento|puse)|el chat|aqui|este chat|mis mensajes|si escribo|de esto|de lo que|que escribi|_end)",
  "(le|les) (van a|va a) (decir|contar|avisar) (a (el|mi (marido|esposo|mama|papa|jefe|patron|familia|pareja)|migracion|la policia|ellos)|algo)", "(queda|quedan|se queda) (guardado|grabado|registrado) (esto|lo que|aqui|el chat|_end)", "(esto|lo que escribo|el chat) (queda|se queda) (guardado|grabado|registrado)",
]);
