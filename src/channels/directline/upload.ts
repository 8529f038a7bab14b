import { readable, type File } from "../../conversation/files.ts";
import { activityIn, type ActivityIn } from "./activity.ts";

/** What was uploaded: an activity for each file, in order; `file` is absent where it is of no kind that may be handed on. */
export type Uploaded = { activity: ActivityIn; file?: File };

/** Reads a Direct Line upload: a multipart body of an activity and files, or one bare file. Empty when it cannot be read. */
export const uploaded = async (contentType: string, body: Buffer): Promise<Uploaded[]> => {
  if (!Buffer.isBuffer(body) || body.length === 0) return [];
  if (!contentType.startsWith("multipart/form-data")) {
    return each({}, [{ contentType: contentType.split(";")[0] ?? "", name: "", bytes: body }]);
  }
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return [];
  const files = [...form.values()].filter((part) => typeof part !== "string");
  const parts = files.filter((file) => file.type !== "application/vnd.microsoft.activity").slice(0, mostFiles);
  const part = form.get("activity");
  const activity = part === null ? {} : await activityPart(part);
  if (!activity) return [];
  return each(activity, await Promise.all(parts.map(async (file) => (
    { contentType: file.type, name: file.name.slice(-200), bytes: new Uint8Array(await file.arrayBuffer()) }
  ))));
};

const mostFiles = 20;

/** The words go with the first file; each of the others is a message of its own. */
const each = (activity: Partial<ActivityIn>, files: { contentType: string; name: string; bytes: Uint8Array }[]): Uploaded[] =>
  files.flatMap(({ contentType, name, bytes }, i) => {
    const own = i === 0 ? activity : following(activity, i);
    const read = activityIn.safeParse({ type: "message", ...own, attachments: [{ contentType, ...(name ? { name } : {}) }] }).data;
    const file = readable(bytes, name);
    return read ? [{ activity: read, ...(file ? { file } : {}) }] : [];
  });

const following = ({ text: _said, channelData, ...rest }: Partial<ActivityIn>, i: number): Partial<ActivityIn> => {
  const id = channelData?.clientActivityID;
  return { ...rest, ...(id === undefined ? {} : { channelData: { clientActivityID: `${id}.${i}` } }) };
};

const activityPart = async (part: FormDataEntryValue): Promise<ActivityIn | undefined> => {
  const text = typeof part === "string" ? part : await part.text();
  try {
    return activityIn.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};
