import type { ComponentChildren } from "preact";

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{children}</svg>
);

export const Clock = () => <Icon><circle cx="12" cy="12" r="8.5" /><path d="M12 7v5.2l3.4 2" /></Icon>;
export const Hurry = () => <Icon><path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 5.5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5.5-8 8.5s8 3.5 8 8.5" /></Icon>;
export const Late = () => <Icon><path d="M12 3.5 21.5 20h-19z" /><path d="M12 9.5v5m0 2.7v.1" /></Icon>;
export const Check = () => <Icon><path d="m5 12.5 4.5 4.5L19 7.5" /></Icon>;
export const Cross = () => <Icon><path d="m6 6 12 12M18 6 6 18" /></Icon>;
export const Sound = () => <Icon><path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11" /></Icon>;
export const Mute = () => <Icon><path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5m0-5-5 5" /></Icon>;
export const Keys = () => <Icon><path d="M3 6.5h18v11H3zM6.5 10h.1m3.6 0h.1m3.6 0h.1m3.4 0h.1M8 14h8" /></Icon>;
export const Leave = () => <Icon><path d="M10 4H5v16h5M15 8l4 4-4 4m4-4H9" /></Icon>;
export const Back = () => <Icon><path d="M19 12H5m6-6-6 6 6 6" /></Icon>;
export const Book = () => <Icon><path d="M5 4.5h11l3 3V20H5zM8.5 10h7m-7 4h7" /></Icon>;
export const Video = () => <Icon><path d="M3.5 7h11v10h-11zM14.5 11l6-3.5v9l-6-3.5" /></Icon>;
export const Menu = () => <Icon><path d="M4 7h16M4 12h16M4 17h16" /></Icon>;
export const Pause = () => <Icon><circle cx="12" cy="12" r="8.5" /><path d="M10 9v6m4-6v6" /></Icon>;
