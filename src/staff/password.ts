export const shortestPassword = 12;
const longestPassword = 128;

/**
 * What is wrong with a new password, as a code; undefined when it will do. Length counts and nothing else: rules of
 * composition make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export const passwordFault = (password: string, { email, current }: { email: string; current: string }): string | undefined => {
  if ([...password].length < shortestPassword) return "password-too-short";
  if (password.length > longestPassword) return "password-too-long";
  const same = password.toLowerCase().normalize("NFKC");
  if (same.includes(email) || email.includes(same)) return "password-is-email";
  return password === current ? "password-unchanged" : undefined;
};
