import { create } from "qrcode";

/** Quiet modules around the code, as readers need them. */
const margin = 4;

/** Drawn here: the secret in it goes to no other service. Always dark on light, or readers miss it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data, (dark, i) => (dark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : "")).join("");
  const side = size + 2 * margin;
  return (
    <svg class="qr" viewBox={`${-margin} ${-margin} ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-light" x={-margin} y={-margin} width={side} height={side} />
      <path class="qr-dark" d={path} />
    </svg>
  );
};
