import { compilePhrases } from "../phrases.ts";

/** Words that ask to go on with this conversation on another channel. */
export const asksForChannel = (words: readonly string[]): boolean => asks.isAll(words);

const groups = {
  seguir: ["seguir", "continuar", "sigamos", "continuemos", "sigo", "pasar", "pasarme", "pasemos", "seguimos", "cambiar", "retomar", "escribirles", "seguir esto", "continuar esto", "seguir la conversacion", "continuar la conversacion", "pasar esto", "pasar la conversacion"],
  go: ["continue", "go on", "carry on", "switch", "move", "resume", "proceed", "keep going", "continue this", "move this", "continue this conversation", "move this conversation", "continue the conversation"],
  canal: ["telegram", "el telegram", "otro canal", "otro medio", "la web", "la pagina", "la pagina web", "el celular", "mi celular", "el computador", "mi computador", "el telefono", "mi telefono", "otro dispositivo", "otro lado", "internet", "el sitio web"],
  channel: ["telegram", "another channel", "other channel", "the other channel", "the web", "the website", "web", "the web page", "my phone", "my computer", "another device", "my mobile", "my laptop"],
};

const asks = compilePhrases([
  "[quiero|quisiera|necesito|puedo|podria|podemos|deseo|prefiero|me gustaria|se puede|como puedo|como] @seguir [esto|la conversacion|el tramite|lo que iba] (en|por|a|al|desde) @canal [por favor|mejor|despues|luego]",
  "[quiero|dame|deme|necesito|cual es] [el|un|mi] codigo [para (seguir|continuar|pasar|pasarme) [en|a|por|al] [@canal]]", "(otro canal|cambiar de canal|cambio de canal|continuar en otro canal)",
  "[i want to|i would like to|id like to|can i|could i|can we|lets|let me|how can i|how do i|i need to|i prefer to] @go [this|it|the conversation] (on|in|to|from|with|via) @channel [please|later|instead|now]",
  "[i want|i need|give me|can i have|what is] [a|the|my] code [(to (continue|go on|switch|move)|for) [on|in|to] [@channel]]", "(another channel|other channel|change channel|switch channel|switch channels|change channels)",
], groups);
