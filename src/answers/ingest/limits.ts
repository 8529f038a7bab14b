/** How much one document may ask of the machine. */
export type Limits = {
  /** Bytes of the file, and of a DOCX once unpacked. */
  fileBytes: number;
  unpackedBytes: number;
  pages: number;
  /** Letters of text in all. */
  characters: number;
  /** Time for one document, in milliseconds, and memory of the thread that reads it, in megabytes. */
  ms: number;
  memoryMb: number;
};

const megabyte = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 50 * megabyte, unpackedBytes: 200 * megabyte, pages: 2_000, characters: 20_000_000, ms: 60_000, memoryMb: 768,
};

/** 52428800 → "50 MB" */
export const inMegabytes = (bytes: number): string => `${Math.round((bytes / megabyte) * 10) / 10} MB`;
