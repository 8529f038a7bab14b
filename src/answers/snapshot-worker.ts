import { workerData } from "node:worker_threads";
import { createAnswers } from "./answer.ts";
import { loadKnowledge } from "./knowledge.ts";
import { type Folders, withIngested } from "./live.ts";

/** The thread in which changed documents are indexed: what it leaves is a snapshot. */
const { knowledge, ingested, snapshots } = workerData as Folders;
createAnswers(withIngested(loadKnowledge(knowledge).knowledge, ingested), {}, snapshots);
