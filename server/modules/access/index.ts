/**
 * access — accounts, people, roles, keys, sessions and the audit of every change.
 *
 * Tables: access.account, person, api_key, audit (isolated by account); access.sign_in, credential, attempt (read before
 * the account is known). A password is kept as argon2id, a token as SHA-256, a phone's code
 * as argon2id with one salt for all. Who loses a role loses the sessions with it.
 */
export { forgetOldFailures } from './attempts.ts'
export { type AuditEntry, audit, auditMany } from './audit.ts'
export { createAccount } from './create-account.ts'
export { createKey } from './create-key.ts'
export { identify, refuseForeign } from './identify.ts'
export { allows, type Permission, type Role } from './permissions.ts'
export { proveSigner, type Signer, signerOf } from './prove-signer.ts'
export { accessRoutes } from './routes.ts'
export { setSession } from './session-cookie.ts'
export { Email, Password } from './shapes.ts'
export { accountOf, hashPassword, signIn } from './sign-in.ts'
export { accountIds, accountSettings, isSetUp, lockSetUp } from './store.ts'
