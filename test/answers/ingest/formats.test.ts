import { describe, expect, it } from "vitest";
import { docx, paragraph, pdf, read, table, type Text } from "./made.ts";

const headings = (document: Awaited<ReturnType<typeof read>>) => document.passages.map(({ heading }) => heading);

describe("plain text", () => {
  const text = [
    "REQUISITOS", "", "Traiga su pasaporte y la copia de la visa que le dieron en el consulado.", "",
    "Oficina\tCiudad\tTeléfono", "Norte\tBogotá\t601", "Centro\t\t602", "\tCali\t603", "",
    "SCHEDULE", "", "The office is open from Monday to Friday, and it is closed on holidays.",
  ].join("\n");

  it("has a passage a heading, each in its language, and no page that it does not have", async () => {
    const { passages } = await read("a.txt", text);
    expect(passages.map(({ heading, locale }) => [heading, locale])).toEqual([["REQUISITOS", "es"], ["SCHEDULE", "en"]]);
    expect(passages.every(({ cites }) => cites[0]!.article === undefined)).toBe(true);
    expect(passages[0]!.id).toBe("es:made#p1-1");
  });

  it("keeps rows of tables with the names of their columns, and merged cells in each row", async () => {
    const { passages } = await read("a.txt", text);
    const lines = passages[0]!.text.split("\n");
    expect(lines).toContain("- Oficina: Norte; Ciudad: Bogotá; Teléfono: 601");
    expect(lines).toContain("- Ciudad: Cali; Teléfono: 603");
    expect(lines).toContain("Oficina: Centro");
  });

  it("leaves out what runs along every part, and says a repeated passage once", async () => {
    const slide = (title: string) => `**AGENCIA**\nMinisterio\n\n${title}\n\nSe atiende de lunes a viernes en la sede.\n\n\n\n`;
    const { passages } = await read("a.txt", [1, 2, 3, 4, 5].map((at) => slide(`Tema ${"ABCDE"[at - 1]} general`)).join("") + slide("Tema A general"));
    expect(passages).toHaveLength(5);
    expect(passages.some(({ heading, text }) => /AGENCIA|Ministerio/.test(heading + text))).toBe(false);
  });

  it("gives pages to text that was set in pages", async () => {
    const { passages, pages } = await read("a.txt", "Primera página de la carta de la oficina.\fSegunda página de la carta de la oficina.");
    expect(pages).toBe(2);
    expect(passages.map(({ id, cites }) => [id, cites[0]!.article])).toEqual([["es:made#p1-1", "página 1"], ["es:made#p2-1", "página 2"]]);
  });

  it("parts a long section into passages that can be quoted, and says what introduces a list again", async () => {
    const items = Array.from({ length: 40 }, (_, at) => `- El punto ${at} es de los que la ley pide para el trámite`);
    const { passages } = await read("a.txt", ["DOCUMENTOS", "", "Debe traer lo siguiente:", "", ...items].join("\n"));
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) {
      expect(text.split(/\s+/).length).toBeLessThan(190);
      expect(text.startsWith("Debe traer lo siguiente:")).toBe(true);
    }
  });
});

describe("a PDF", () => {
  const line = (text: string, y: number, x = 40, size = 11): Text => ({ text, x, y, size });
  const pages: Text[][] = [
    [
      line("Agencia de Trámites", 680), line("Requisitos de la visa", 640, 40, 18),
      line("Traiga el pasaporte y la infor-", 610), line("mación de su viaje a la oficina.", 596),
      line("Costos", 550, 40, 18), line("Trámite", 520), line("Valor", 300), line("Valor", 520, 300),
      line("Visa", 505), line("100 pesos", 505, 300), line("Cédula", 490), line("200 pesos", 490, 300),
      line("Página 1", 20),
    ].filter(({ x, y }) => !(x === 40 && y === 300)),
    [line("Agencia de Trámites", 680), line("Horario", 640, 40, 18), line("La oficina abre de lunes a viernes.", 610), line("Página 2", 20)],
    [line("Agencia de Trámites", 680), line("Contacto", 640, 40, 18), line("Escriba a la oficina por la página.", 610), line("Página 3", 20)],
  ];

  it("has headings by size, whole words, tables as rows, pages, its title, and no running lines", async () => {
    const { passages, source, pages: count } = await read("a.pdf", await pdf(pages, { title: "Guía de visas" }));
    expect(source.title.es).toBe("Guía de visas");
    expect(count).toBe(3);
    expect(passages.map(({ heading }) => heading)).toEqual(["Requisitos de la visa", "Costos", "Horario", "Contacto"]);
    expect(passages[0]!.text).toContain("la información de su viaje");
    expect(passages[1]!.text).toContain("- Trámite: Visa; Valor: 100 pesos\n- Trámite: Cédula; Valor: 200 pesos");
    expect(passages[2]!.cites[0]!.article).toBe("página 2");
    expect(passages.some(({ text }) => /Agencia|Página \d/.test(text))).toBe(false);
  });

  it("of wide pages is slides", async () => {
    const slides = [[line("Our services", 400, 40, 24), line("This is what we do for the people in the city.", 340)]];
    const { passages } = await read("a.pdf", await pdf(slides, { wide: true }));
    expect(passages[0]).toMatchObject({ locale: "en", heading: "Our services" });
    expect(passages[0]!.cites[0]!.article).toBe("slide 1");
  });

  it("goes on over a page: sentences and tables, each row with its own page", async () => {
    const rows = (names: string[], from: number) => names.flatMap((name, at) => [line(name, from - at * 15), line(`${name.length} pesos`, from - at * 15, 300)]);
    const flowing: Text[][] = [
      [line("Costos", 640, 40, 18), line("La visa se paga en el banco que", 610), line("Trámite", 560), line("Valor", 560, 300), ...rows(["Visa", "Sello"], 545)],
      [...rows(["Cédula", "Salvoconducto"], 640), line("El pago se hace antes de la cita y la oficina de", 580)],
      [line("atención guarda el recibo.", 640)],
    ];
    const { passages } = await read("a.pdf", await pdf(flowing));
    const row = passages.find(({ text }) => text.includes("Trámite: Salvoconducto; Valor: 13 pesos"))!;
    expect(row.cites[0]!.article).toBe("página 2");
    expect(passages.find(({ text }) => text.includes("Trámite: Visa"))!.cites[0]!.article).toBe("página 1");
    expect(passages.map(({ text }) => text).join("\n")).toContain("la oficina de atención guarda el recibo.");
  });

  it("in two columns is read one column after the other", async () => {
    const left = ["La primera columna habla de la visa y", "sigue por aquí con los requisitos que", "pide la ley para quien quiere vivir en", "el país por más de tres meses seguidos."];
    const right = ["La segunda columna habla de la cédula", "que se pide en los quince días después", "de entrar al país con una visa de más", "de tres meses en una oficina cercana."];
    const both = left.flatMap((text, at) => [line(text, 600 - at * 14, 30), line(right[at]!, 600 - at * 14, 270)]);
    const { passages } = await read("a.pdf", await pdf([both]));
    expect(passages[0]!.text).toContain(left.join(" "));
    expect(passages.map(({ text }) => text).join(" ")).toContain(right.join(" "));
  });
});

describe("a Word document", () => {
  it("has its headings, lists, tables and title, and nothing from elsewhere", async () => {
    const body = paragraph("Requisitos", "Heading1") + paragraph("Traiga el pasaporte y la visa a la oficina.")
      + table([["Trámite", "Valor"], ["Visa", "100"], ["Cédula", "200"]]) + paragraph("Horario", "Heading1") + paragraph("Abre de lunes a viernes.");
    const { passages, source } = await read("a.docx", docx(body, { "word/styles.xml": styles }, "Guía &amp; costos"));
    expect(source.title.es).toBe("Guía & costos");
    expect(passages.map(({ heading }) => heading)).toEqual(["Requisitos", "Horario"]);
    expect(passages[0]!.text).toContain("- Trámite: Cédula; Valor: 200");
  });

  const styles = Buffer.from(`<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`);
});

describe("a web page", () => {
  const page = `<!doctype html><html><head><title>Visas | Agencia</title><meta property="og:site_name" content="Agencia">
    <meta property="article:published_time" content="2025-03-04T10:00:00Z"><link rel="canonical" href="https://agencia.example/visas"></head>
    <body><nav><a href="/">Inicio</a></nav><script>document.write("robado")</script><main><h1>Visas</h1>
    <p>La <b>visa</b> es para quien viene.</p><h2>Costo</h2><table><tr><th>Tipo</th><th>Valor</th></tr><tr><td rowspan="2">M</td><td>100</td></tr><tr><td>200</td></tr></table>
    <p hidden>escondido</p><p style="display: none">escondido</p><p onclick="x()">Fin de la página.</p><a href="javascript:alert(1)">un enlace</a></main><footer>pie</footer></body></html>`;

  it("gives its own text, title, publisher, day and address, and not its menus, scripts or hidden text", async () => {
    const { passages, source } = await read("a.html", page);
    expect(source).toMatchObject({ title: { es: "Visas | Agencia" }, publisher: "Agencia", published: "2025-03-04", url: "https://agencia.example/visas" });
    expect(headings({ passages, source })).toEqual(["Visas", "Visas: Costo"]);
    const all = passages.map(({ text }) => text).join("\n");
    expect(all).toContain("Tipo: M\n- Valor: 100\n- Valor: 200");
    expect(all).not.toMatch(/Inicio|robado|escondido|pie|javascript|onclick/);
  });
});

describe("Markdown", () => {
  it("has its headings, tables and front matter", async () => {
    const text = "---\ntitle: Guía\npublisher: Agencia\npublished: 2024-05\n---\n# Visas\n\nLa visa es **clara**.\n\n## Costo\n\n| Tipo | Valor |\n|---|---|\n| M | 100 |\n\n<script>alert(1)</script>\n";
    const { passages, source } = await read("a.md", text);
    expect(source).toMatchObject({ title: { es: "Guía" }, publisher: "Agencia", published: "2024-05" });
    expect(passages.map(({ heading, text: said }) => [heading, said])).toEqual([["Visas", "La visa es clara."], ["Visas: Costo", "- Tipo: M; Valor: 100"]]);
  });
});

it("what is quoted holds no link of its own, in any format", async () => {
  const trap = "Vea la oficina en [la página oficial](https://mala.example) para el trámite.";
  const bytes: [string, string | Uint8Array][] = [
    ["a.txt", trap], ["a.md", trap], ["a.html", `<!doctype html><p>${trap}</p>`], ["a.docx", docx(paragraph(trap))], ["a.pdf", await pdf([[{ text: trap, x: 20, y: 400, size: 9 }]])],
  ];
  for (const [name, content] of bytes) {
    const { passages } = await read(name, content);
    expect(passages[0]!.text, name).toBe("Vea la oficina en la página oficial para el trámite.");
  }
});

describe("what is not said of a document", () => {
  it("stays absent", async () => {
    const { source } = await read("informe-anual.txt", "Esto es un texto largo que empieza sin título y sigue así hasta que se acaba, sin que nadie diga de quién es ni de cuándo, porque nadie lo sabe ni lo escribió nunca.");
    expect(source).toEqual({ key: "made", title: { es: "informe-anual", en: "informe-anual" }, publisher: "", seen: "2026-11-23", kind: "document" });
  });

  it("is what people wrote about it, before what it says itself", async () => {
    const { source } = await read("a.md", "---\ntitle: Suyo\n---\nEl texto.", { meta: { title: "Escrito", publisher: "Alguien" } });
    expect(source).toMatchObject({ title: { es: "Escrito" }, publisher: "Alguien" });
  });
});
