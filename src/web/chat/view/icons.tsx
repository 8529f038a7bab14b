import type { ComponentChildren } from "preact";

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{children}</svg>
);

export const Send = () => <Icon><path d="M4 12 20 4l-5 16-3.5-6.5z" /><path d="M11.5 13.5 20 4" /></Icon>;
export const Attach = () => <Icon><path d="m20 11-8.2 8.2a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.1a1.7 1.7 0 0 1-2.4-2.4l7.5-7.4" /></Icon>;
export const Print = () => <Icon><path d="M7 9V4h10v5M7 17H4v-7h16v7h-3" /><path d="M7 14h10v6H7z" /></Icon>;
export const Restart = () => <Icon><path d="M20 12a8 8 0 1 1-2.5-5.8" /><path d="M20 3v4.5h-4.5" /></Icon>;
export const Leave = () => <Icon><path d="M14 4H5v16h9" /><path d="M10 12h10m-4-4 4 4-4 4" /></Icon>;
export const Tick = () => <Icon><path d="m5 12.5 4.5 4.5L19 7.5" /></Icon>;
export const Down = () => <Icon><path d="M12 5v14m-6-6 6 6 6-6" /></Icon>;

/** The house sign: a service window. */
export const Window = () => (
  <svg class="sign" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <path class="sign-frame" d="M11 33V20a13 13 0 0 1 26 0v13" />
    <path class="sign-counter" d="M7 34.5h34" />
    <circle cx="18" cy="23.5" r="2.4" /><circle cx="24" cy="23.5" r="2.4" /><circle cx="30" cy="23.5" r="2.4" />
  </svg>
);
