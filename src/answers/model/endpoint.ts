import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { z } from "zod";
import { written } from "./sentences.ts";

export type EndpointOptions = {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string | undefined;
  embeddingModel: string | undefined;
  /** How many tokens one answer may have. */
  mostTokens: number;
};

/** A piece of what the model writes, and, with the last, the tokens that were used. */
export type Piece = { text: string; tokens: number };

export type Endpoint = {
  /** Streams what the model writes, as JSON of the shape `written`. Throws what the endpoint or the signal throws. */
  write: (prompt: { system: string; user: string }, signal: AbortSignal) => AsyncIterable<Piece>;
  /** A vector for each text, in order. */
  embed: (texts: string[], timeoutMs: number) => Promise<number[][]>;
};

/** An OpenAI-compatible endpoint, by LangChain. It retries nothing by itself. */
export const createEndpoint = ({ apiKey = "none", baseUrl, model, embeddingModel, mostTokens }: EndpointOptions): Endpoint => {
  const common = { apiKey, maxRetries: 0, configuration: { baseURL: baseUrl } };
  const responseFormat = {
    type: "json_schema" as const,
    json_schema: { name: "answer", strict: true, schema: bare(z.toJSONSchema(written)) },
  };
  return {
    write: async function* ({ system, user }, signal) {
      const chat = new ChatOpenAI({ ...common, model: required(model, "OPENAI_MODEL"), temperature: 0, maxTokens: mostTokens });
      const pieces = await chat.stream([["system", system], ["human", user]], { signal, response_format: responseFormat });
      for await (const { text, usage_metadata } of pieces) {
        yield { text, tokens: (usage_metadata as { total_tokens?: number } | undefined)?.total_tokens ?? 0 };
      }
    },
    embed: (texts, timeout) => new OpenAIEmbeddings({
      ...common, model: required(embeddingModel, "OPENAI_EMBEDDING_MODEL"), encodingFormat: "float", timeout, stripNewLines: true,
    }).embedDocuments(texts),
  };
};

const required = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Error(`${name}: is needed for this`);
  return value;
};

/** Strict endpoints take a schema without limits of length. */
const bare = (schema: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (["$schema", "minLength", "maxLength", "maxItems"].includes(key) ? undefined : value))) as Record<string, unknown>;
