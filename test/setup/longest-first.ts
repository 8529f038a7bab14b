import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take a minute: begun last, one of them would keep a single worker busy while the other has nothing left. */
const long = ["conversations/patterns", "service/kill", "browser/staff-pages", "conversations/walks", "browser/staff-agenda", "browser/staff-cases", "desk/rush", "appointments/channels"];

/** The long files first, then what failed before, then as long as they took. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => moduleId.includes(`/test/${name}`));
