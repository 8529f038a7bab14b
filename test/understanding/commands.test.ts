import { describe, expect, test } from "vitest";
import { findCommand } from "../../src/understanding/commands.ts";
import { readCases } from "./cases.ts";

const nameOf = (message: string): string => {
  const command = findCommand(message);
  if (!command) return "none";
  return command.name === "language" ? `language-${command.locale}` : command.name;
};

describe.each(Object.entries(readCases("commands")))("%s", (name, messages) => {
  test.each(messages)("%s", (message) => {
    expect(nameOf(message)).toBe(name);
  });
});

test.each([
  ["no, marzo no, mayo", "marzo no, mayo"],
  ["cambia el teléfono por favor", "el teléfono"],
  ["quiero cambiar el correo a ana@example.co", "el correo a ana@example.co"],
  ["please change my phone number", "my phone number"],
  ["my email is wrong", "my email is wrong"],
])("%s corrects: %s", (message, words) => {
  expect(findCommand(message)).toEqual({ name: "correct", words });
});
