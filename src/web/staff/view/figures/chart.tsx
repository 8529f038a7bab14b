import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

type Props = {
  /** What a screen reader says of it; the table below has the figures. */
  label: string;
  draw: (width: number) => Element;
};

const leastPx = 180;

/** A drawing as wide as its place, drawn again when that changes. */
export const Chart = ({ label, draw }: Props) => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => { setWidth(Math.floor(entry!.contentRect.width)); });
    watched.observe(frame.current!);
    return () => watched.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width > 0) frame.current!.replaceChildren(hushed(draw(Math.max(width, leastPx))));
  });
  return <div ref={frame} class="chart" role="img" aria-label={label} />;
};

/** The frame has the name; what is inside says nothing more. */
const hushed = (drawn: Element): Element => {
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
};
