import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FigureSetup, Indicator } from "../../figures/contract.ts";

/** The indicators that this reader may see, and the service's day. */
export const Setup = createContext<FigureSetup>({ today: "", pages: [], indicators: [] });

export const useIndicator = (id: string): (Indicator & { opens: boolean }) | undefined => useContext(Setup).indicators.find((one) => one.id === id);
