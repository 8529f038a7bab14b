import { expect, it } from "vitest";
import { behindArticles, retoldIn, withRetold } from "../../src/answers/retold.ts";
import type { Passage, Source } from "../../src/answers/types.ts";

const source: Source = { key: "report", title: { es: "Informe", en: "Report" }, publisher: "", seen: "2026-11-23", kind: "document" };
const passage = (id: string, text: string, more: Partial<Passage> = {}): Passage => ({
  id, pair: id.slice(3), locale: id.slice(0, 2) as Passage["locale"], title: "Informe", heading: "", text, asks: [], cites: [{ source }], topic: "help", unknown: false, reviewed: "2026-11-23", ...more,
});
const document = (id: string, text: string) => passage(id, text, { topic: "documents" });

const posts = document("es:report#1", "Presencia a través de 36 puestos de control migratorio en el territorio nacional");
const chat = document("es:report#2", "Servicio en línea de chat con un asesor en menos de 30 minutos");
const article = passage("es:offices#posts", "La entidad tiene 36 puestos de control migratorio");
const translation = passage("en:offices#posts", "The agency has 36 border posts");
const other = passage("es:other#chat", "Servicio en línea de chat con un asesor en menos de 30 minutos", { cites: [] });
const retold = retoldIn([posts, chat, article, translation, other]);

it("an article retells what it shares words with, of the documents that it cites; its translation retells the same", () => {
  expect(retold.get(article.id)?.map(({ id }) => id)).toEqual([posts.id]);
  expect(retold.get(translation.id)).toEqual(retold.get(article.id));
  expect(retold.get(other.id) ?? []).toEqual([]);
});

it("a passage of a document gains by the article that retells it, and nothing changes where none does", () => {
  const hits = [{ id: translation.id, score: 9, confidence: 1 }, { id: chat.id, score: 3, confidence: 1 }, { id: posts.id, score: 1, confidence: 1 }];
  expect(withRetold(hits, retold).map(({ id }) => id)).toEqual([translation.id, posts.id, chat.id]);
  expect(withRetold(hits.slice(0, 2), retold).map(({ id }) => id), "also where its own words find nothing").toEqual([translation.id, posts.id, chat.id]);
  expect(withRetold(hits, new Map())).toEqual(hits);
});

it("an article stands before what it retells", () => {
  const ranked = [{ passage: article, strength: 8 }, { passage: chat, strength: 5 }, { passage: posts, strength: 4.5 }];
  expect(behindArticles(ranked, retold).map((one) => one.passage.id)).toEqual([article.id, posts.id, chat.id]);
});
