/** The tables that the sign-in library uses, and their columns by its own names. */
export const tables = {
  user: "staff_user",
  session: "staff_session",
  account: "staff_account",
  verification: "staff_verification",
  twoFactor: "staff_two_factor",
} as const;

const dates = { createdAt: "created_at", updatedAt: "updated_at" } as const;

export const columns = {
  user: { emailVerified: "email_verified", ...dates },
  session: { userId: "user_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...dates },
  account: {
    userId: "user_id",
    providerId: "provider_id",
    accountId: "account_id",
    accessToken: "access_token",
    refreshToken: "refresh_token",
    idToken: "id_token",
    accessTokenExpiresAt: "access_token_expires_at",
    refreshTokenExpiresAt: "refresh_token_expires_at",
    ...dates,
  },
  verification: { expiresAt: "expires_at", ...dates },
  twoFactorUser: { twoFactorEnabled: "two_factor_enabled" },
  twoFactor: {
    userId: "user_id",
    backupCodes: "backup_codes",
    failedVerificationCount: "failed_verification_count",
    lockedUntil: "locked_until",
  },
} as const;
