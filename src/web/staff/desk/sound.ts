let context: AudioContext | undefined;

/** Browsers give no sound before the person did something. */
const ready = () => { context ??= new AudioContext(); };
addEventListener("pointerdown", ready, { once: true });
addEventListener("keydown", ready, { once: true });

const tones = { waiting: [660, 880], message: [740] } as const;
const toneSeconds = 0.14;

/** A short soft sign: two notes for somebody who waits, one for a message. */
export const ring = (kind: keyof typeof tones): void => {
  if (!context || context.state === "closed") return;
  void context.resume();
  tones[kind].forEach((pitch, i) => { note(context!, pitch, context!.currentTime + i * toneSeconds); });
};

const note = (on: AudioContext, pitch: number, at: number): void => {
  const oscillator = new OscillatorNode(on, { frequency: pitch });
  const gain = new GainNode(on, { gain: 0 });
  gain.gain.setValueAtTime(0.12, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + toneSeconds);
  oscillator.connect(gain).connect(on.destination);
  oscillator.start(at);
  oscillator.stop(at + toneSeconds);
};
