/** Changes that cannot give another figure on any rows that there can be, and why. */
export const equivalents: { of: RegExp; what: RegExp; because: string }[] = [
  { of: /^(?!conversations|turns|topics|durable-resolution|handoffs|first-reply|replied-in-time)/, what: /^"topic" → /, because: "it is not sliced by topic: measure refuses before it asks" },
  { of: /^(conversations|cases-extended)$/, what: /^(from|join) \w+ \w+ → /, because: "it counts different ones: a row twice is the same one" },
  { of: /^(handed-off|containment)$/, what: /^from turn t → /, because: "the turns of a conversation are gathered to one first" },
  { of: /^durable-resolution$/, what: /^from turn (t|later) → /, because: "it asks whether there is one, and counts different ones" },
  { of: /^evaluation$/, what: /^from evaluation e → /, because: "only the last one is read" },
];
