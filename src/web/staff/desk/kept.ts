/** What survives a reload of the tab, and goes when the person signs out. */
const prefix = "ventanilla-desk-";

export const keepHere = (name: string, value: string): void => {
  try {
    if (value) sessionStorage.setItem(prefix + name, value);
    else sessionStorage.removeItem(prefix + name);
  } catch {
    // Storage is full or refused: it lasts as long as the page.
  }
};

export const keptHere = (name: string): string => {
  try {
    return sessionStorage.getItem(prefix + name) ?? "";
  } catch {
    return "";
  }
};

/** What another person kept in this tab is not for who works here now. */
export const keepFor = (person: string): void => {
  if (keptHere("owner") !== person) forgetDesk();
  keepHere("owner", person);
};

/** Citizens' words and what was written to them: nothing stays on a shared computer. */
export const forgetDesk = (): void => {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
};
