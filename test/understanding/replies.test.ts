import { expect, test } from "vitest";
import { agreesAfterAll, asksAboutData, saysNothing } from "../../src/understanding/replies.ts";

test.each(["no, gracias", "no tengo", "ninguno", "prefiero no", "nada más", "no uso correo", "no thanks", "I have no email", "I'd rather not say", "nothing to add", "that's all"])(
  "%s leaves a question out", (text) => { expect(saysNothing(text)).toBe(true); });

test.each(["no me dieron el documento", "no fue el lunes", "nothing was explained to me", "no one answered the phone", "sí", ""])(
  "%s says something", (text) => { expect(saysNothing(text)).toBe(false); });

test.each(["ok, acepto", "bueno, sí acepto", "me arrepentí, sí acepto", "never mind, I agree", "I changed my mind, I accept"])(
  "%s agrees", (text) => { expect(agreesAfterAll(text)).toBe(true); });

test.each(["no acepto", "I do not agree", "ok", "acepto la visa que me dieron ayer"])(
  "%s does not agree to it", (text) => { expect(agreesAfterAll(text)).toBe(false); });

test.each(["¿quién ve mis datos?", "¿para qué quieren mis datos?", "who sees my information?", "is my data safe?"])(
  "%s asks about the data", (text) => { expect(asksAboutData(text)).toBe(true); });

test.each(["¿cómo corrijo mis datos del PPT?", "where do I get information on visas?"])(
  "%s asks something else", (text) => { expect(asksAboutData(text)).toBe(false); });
