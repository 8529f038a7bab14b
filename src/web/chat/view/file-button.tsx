import { useRef } from "preact/hooks";
import { Attach } from "./icons.tsx";

type Props = { label: string; class: string; accept?: string; onFile: (file: File) => void };

/** Opens the browser's own choice of a file; the same file may be chosen twice. */
export const FileButton = ({ label, class: kind, accept, onFile }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input} type="file" hidden accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <button type="button" class={kind} aria-label={label} title={label} onClick={() => input.current?.click()}>
        <Attach />
      </button>
    </>
  );
};
