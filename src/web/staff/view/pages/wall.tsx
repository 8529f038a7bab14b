import { useEffect, useState } from "preact/hooks";
import type { Locale } from "../../../../locale.ts";
import { call, look, type Refusal, type Result } from "../../api.ts";
import type { Me } from "../../contract.ts";
import type { FigureSetup, WallTold } from "../../figures/contract.ts";
import { changeWords, number, valueWords } from "../../figures/value.ts";
import { pathOf } from "../../route.ts";
import { faultWords, type Say } from "../../words.ts";
import { timeOf } from "../dates.ts";
import { Fault } from "../field.tsx";
import { AlertList } from "../figures/alerts.tsx";
import { Setup } from "../figures/setup.ts";
import { Languages } from "../languages.tsx";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";

const everyMs = 60_000;

/**
 * Today, in large letters, for a screen on the wall; renews itself. An observer's screen stays signed in: nothing that they may
 * see is about a person. Anybody else's session ends as on every page.
 */
export const WallPage = ({ me }: { me: Me }) => {
  const stays = me.role === "observer";
  const { say, locale } = useSpeech();
  const setup = useLoaded<FigureSetup>("figures/setup");
  const { wall, refusal } = useWall(stays ? (path) => call("GET", path) : look);
  return (
    <div class="wall">
      <header class="wall-head">
        <h1>{say("figures.wall.title")}</h1>
        <p class="wall-at" role="timer">{wall && say("figures.wall.at", { time: timeOf(wall.at, locale) })}</p>
        <Languages />
        <Link href={pathOf("figures")}>{say("figures.wall.leave")}</Link>
      </header>
      <Fault>{refusal && `${faultWords(refusal, locale)} ${wall ? say("figures.wall.old") : ""}`}</Fault>
      {!wall && !refusal && <p role="status">{say("loading")}</p>}
      {wall && setup.value && <Setup.Provider value={setup.value}><Tiles wall={wall} setup={setup.value} /></Setup.Provider>}
      {!stays && <p class="hint">{say("figures.wall.account")}</p>}
    </div>
  );
};

const useWall = (ask: <T>(path: string) => Promise<Result<T>>): { wall: WallTold | undefined; refusal: Refusal | undefined } => {
  const [wall, setWall] = useState<WallTold>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    let isOpen = true;
    const renew = async () => {
      const got = await ask<WallTold>("figures/wall");
      if (!isOpen) return;
      if (got.ok) setWall(got.value);
      setRefusal(got.ok ? undefined : got);
    };
    void renew();
    const timer = setInterval(() => { void renew(); }, everyMs);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, []);
  return { wall, refusal };
};

const waitWords = (say: Say, locale: Locale, minutes: number): string =>
  minutes < 120 ? say("figures.unit.minutes", { value: number(minutes, locale) }) : say("figures.wall.hours", { value: number(Math.floor(minutes / 60), locale) });

const Tiles = ({ wall, setup }: { wall: WallTold; setup: FigureSetup }) => {
  const { say, locale } = useSpeech();
  const desk = (["waiting", "attended", "atRisk", "broken"] as const).map((name) => ({ name, value: wall[name], isAlarm: (name === "atRisk" || name === "broken") && wall[name] > 0 }));
  return (
    <>
      <AlertList alerts={wall.alerts} />
      <h2>{say("figures.wall.now")}</h2>
      <dl class="wall-tiles">
        {desk.map(({ name, value, isAlarm }) => <div key={name} class={isAlarm ? "wall-tile alarm" : "wall-tile"}><dt>{say(`figures.wall.desk.${name}`)}</dt><dd>{number(value, locale)}</dd></div>)}
        <div class="wall-tile"><dt>{say("figures.wall.longest")}</dt><dd>{wall.longestMinutes === null ? "–" : waitWords(say, locale, wall.longestMinutes)}</dd></div>
      </dl>
      <h2>{say("figures.wall.today")}</h2>
      <dl class="wall-tiles">
        {wall.figures.map(({ id, now, change }) => {
          const indicator = setup.indicators.find((one) => one.id === id);
          return indicator && (
            <div key={id} class="wall-tile">
              <dt>{indicator.name[locale]}</dt><dd>{now.value === null ? <><span aria-hidden="true">–</span><span class="hidden">{say("figures.none")}</span></> : valueWords(say, locale, indicator.unit, now.value)}</dd>
              {change && <dd class="wall-change">{say("figures.wall.week", { change: changeWords(say, locale, indicator.unit, change) })}</dd>}
            </div>
          );
        })}
      </dl>
    </>
  );
};
