import type { CaseDetail, CaseFile } from "../../cases/contract.ts";
import { useSpeech } from "../speech.ts";
import { Part } from "./part.tsx";

type Props = { one: CaseDetail; side: CaseFile["side"] };

/** The files of a side. They are downloaded, never shown here: what is in them may be anything. */
export const Files = ({ one, side }: Props) => {
  const { say, locale } = useSpeech();
  const files = one.files.filter((file) => file.side === side);
  if (files.length === 0) return null;
  const list = (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/staff/api/cases/${one.id}/files/${file.id}`} download={file.name}>{file.name}</a>
          <span class="hint">{file.type} · {sizeOf(file.size, locale)} · {say(`detail.scan.${file.scan}`)}</span>
        </li>
      ))}
    </ul>
  );
  return side === "citizen" ? <Part title={say("detail.part.files")}>{list}</Part> : <><h3>{say("detail.answer-files")}</h3>{list}</>;
};

const sizeOf = (bytes: number, locale: string): string =>
  `${(bytes / 1000).toLocaleString(locale === "es" ? "es-CO" : "en", { maximumFractionDigits: bytes < 10_000 ? 1 : 0 })} kB`;
