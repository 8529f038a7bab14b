/** Makes a box as high as what is written in it. */
export const grow = (box: HTMLTextAreaElement | null): void => {
  if (!box) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
};
