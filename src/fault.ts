/** Something wrong in the content, said as `file: path: message` by `npm run check`. */
export type Fault = { file: string; path: string; message: string };
