/** The widget's looks. `all: initial` keeps the page's own fonts and colours out. */
export const sheet = `
:host { all: initial; }
.left, .right { position: fixed; bottom: 16px; z-index: 2147483000; font: 600 16px/1.3 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif; }
.left { left: 16px; }
.right { right: 16px; }
[hidden] { display: none !important; }
button { font: inherit; cursor: pointer; }
.open { display: flex; align-items: center; gap: 8px; min-height: 52px; padding: 6px 20px 6px 14px; border: 2px solid #fff;
  border-radius: 26px; background: #0b4a53; color: #fff; box-shadow: 0 2px 10px rgb(0 0 0 / .3); }
.open:hover { background: #07363d; }
:focus-visible { outline: 3px solid #f5b82e; outline-offset: 0; box-shadow: 0 0 0 6px #14262b; }
svg { width: 32px; height: 32px; fill: none; stroke: #fff; stroke-width: 3.5; }
.counter { stroke: #f5b82e; stroke-width: 4.5; stroke-linecap: round; }
.panel { position: absolute; bottom: 64px; display: flex; flex-direction: column; width: min(400px, calc(100vw - 32px));
  height: min(640px, calc(100vh - 112px)); overflow: hidden; border: 1px solid #6d8387; border-radius: 14px; background: #0b4a53;
  box-shadow: 0 8px 32px rgb(0 0 0 / .3); }
.left .panel { left: 0; }
.right .panel { right: 0; }
.close { align-self: flex-end; min-height: 36px; padding: 4px 14px; border: 0; background: none; color: #fff; text-decoration: underline; }
.close:focus-visible { outline-offset: -4px; box-shadow: none; }
iframe { flex: 1; width: 100%; border: 0; background: #edf1f0; }
@media (max-width: 480px), (max-height: 480px) {
  .panel { position: fixed; inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
}
`;
