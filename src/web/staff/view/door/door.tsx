import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Window } from "../../../chat/view/icons.tsx";
import { Languages } from "../languages.tsx";
import { useSpeech } from "../speech.ts";

/** The frame of every step on the way in. Each new step takes the focus to its title. */
export const Door = ({ title, children }: { title: string; children: ComponentChildren }) => {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [title]);
  return (
    <>
      <header class="top">
        <div class="top-inner">
          <p class="house"><Window /><span class="house-name">{say("name")}</span></p>
          <Languages />
        </div>
      </header>
      <main class="door">
        <div class="card">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {children}
        </div>
      </main>
    </>
  );
};
