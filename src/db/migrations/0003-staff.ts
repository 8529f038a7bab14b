import { type Kysely, sql } from "kysely";

/** Staff: accounts and how they sign in, and the audit log, which only grows. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table staff_user (
    id text primary key,
    name text not null,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null,
    image text,
    two_factor_enabled boolean not null default false,
    role text not null check (
      role in ('administrator', 'supervisor', 'advisor', 'case-officer', 'office-clerk', 'observer')
    ),
    locales jsonb not null default '["es"]',
    skills jsonb not null default '[]',
    disabled boolean not null default false,
    start_password_until timestamptz,
    last_seen_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create table staff_session (
    id text primary key,
    user_id text not null references staff_user (id) on delete cascade,
    token text not null unique,
    method text not null check (method in ('password', 'second-factor', 'oidc')),
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index staff_session_user on staff_session (user_id)`,
  `create index staff_session_expires_at on staff_session (expires_at)`,
  `create table staff_account (
    id text primary key,
    user_id text not null references staff_user (id) on delete cascade,
    provider_id text not null,
    account_id text not null,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider_id, account_id)
  )`,
  `create index staff_account_user on staff_account (user_id)`,
  `create table staff_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index staff_verification_identifier on staff_verification (identifier)`,
  `create table staff_two_factor (
    id text primary key,
    user_id text not null unique references staff_user (id) on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean not null default false,
    failed_verification_count integer not null default 0,
    locked_until timestamptz
  )`,

  `create table staff_used_code (
    user_id text not null references staff_user (id) on delete cascade,
    code text not null,
    used_at timestamptz not null default now(),
    primary key (user_id, code)
  )`,
  `create table staff_attempt (
    id bigint generated always as identity primary key,
    account text not null,
    address text not null,
    at timestamptz not null default now()
  )`,
  `create index staff_attempt_account on staff_attempt (account, at)`,
  `create index staff_attempt_address on staff_attempt (address, at)`,

  `create table staff_audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    staff_id text references staff_user (id),
    did text not null,
    subject text,
    detail jsonb
  )`,
  `create index staff_audit_staff on staff_audit (staff_id, id)`,
  `create function staff_audit_only_grows() returns trigger language plpgsql as $$
  begin
    raise exception 'staff_audit only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger staff_audit_only_grows before update or delete or truncate on staff_audit
    for each statement execute function staff_audit_only_grows()`,
];
