import { activityIn, type ActivityIn } from "./activity.ts";

/**
 * Reads a Direct Line upload: a multipart body of an activity and files, or one bare file. The files themselves are
 * not kept: no conversation takes one yet, and what nobody reads is not stored.
 */
export const uploadedActivity = async (contentType: string, body: Buffer): Promise<ActivityIn | undefined> => {
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  if (!contentType.startsWith("multipart/form-data")) {
    return activityIn.safeParse({ type: "message", attachments: [{ contentType: contentType.split(";")[0] ?? "" }] }).data;
  }
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return undefined;
  const files = [...form.values()].filter((part) => typeof part !== "string");
  const attachments = files
    .filter((file) => file.type !== "application/vnd.microsoft.activity")
    .map((file) => ({ contentType: file.type, name: file.name.slice(-200) }));
  const part = form.get("activity");
  const activity = part === null ? {} : await activityPart(part);
  if (!activity || attachments.length === 0) return undefined;
  const given = activityIn.safeParse({ type: "message", ...activity, attachments: attachments.slice(0, 20) });
  return given.data;
};

const activityPart = async (part: FormDataEntryValue): Promise<ActivityIn | undefined> => {
  const text = typeof part === "string" ? part : await part.text();
  try {
    return activityIn.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};
