import { staffPage, totp, type Browserlike, type SignedIn, type Where } from "../support/staff.ts";

export const password = (page: Browserlike, email: string, given: string): Promise<Response> =>
  page.send("POST", "/staff/auth/sign-in/email", { email, password: given });

export const code = (page: Browserlike, given: string): Promise<Response> =>
  page.send("POST", "/staff/auth/two-factor/verify-totp", { code: given });

/** At a page of its own, as far as the second factor: that is still due. */
export const halfIn = async ({ url }: Where, { email, password: given }: SignedIn): Promise<Browserlike> => {
  const page = staffPage(url);
  const answer = await password(page, email, given);
  if (answer.status !== 200) throw new Error(`${email}: the password was answered with ${answer.status}`);
  return page;
};

/** Whether this page can work. */
export const isIn = async (page: Browserlike): Promise<boolean> => (await page.get("/staff/api/me")).status === 200;

/** Signed in once more, by the code after the one of the enrolment. */
export const inAgain = async (where: Where, member: SignedIn, steps = 1): Promise<Browserlike> => {
  const page = await halfIn(where, member);
  const answer = await code(page, totp(member.secret, steps));
  if (answer.status !== 200) throw new Error(`${member.email}: the code was answered with ${answer.status}`);
  return page;
};

/** What an answer says, for comparison. */
export const said = async (answer: Response): Promise<[number, string]> => [answer.status, await answer.text()];
