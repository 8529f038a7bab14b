import { expect, it } from "vitest";
import { asksForFact } from "../../src/understanding/asks-for-fact.ts";

it.each([
  "how do i make a petition by phone n do i get any proof",
  "the counter refused my petition, who can i go to",
  "¿Con qué ley se pide?",
  "Hola, ¿cuánto se demoran?",
  "cada cuanto toca presentarla",
  "y si es un reclamo pa que los corrijan",
  "And what if they don't answer?",
])("asks for a fact: %s", (text) => { expect(asksForFact(text)).toBe(true); });

it.each([
  "quiero poner una queja porque no me atendieron",
  "I want to file a complaint about an officer",
  "y sí, quiero radicar una petición",
  "necesito que me respondan ya",
  "book me an appointment please",
])("wishes something: %s", (text) => { expect(asksForFact(text)).toBe(false); });
