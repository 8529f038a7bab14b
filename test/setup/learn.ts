import { contentWithFixtures } from "../conversations/stage/stage.ts";
import { publishedContent } from "../support/content.ts";

/** Loads the content that is named, and so leaves in `dist` what is learned from it. */
const contents = { published: publishedContent, fixtures: contentWithFixtures };

const load = contents[process.argv[2] as keyof typeof contents];
if (!load) throw new Error(`learn: "${process.argv[2]}" is no content; name one of ${Object.keys(contents).join(", ")}`);
load();
