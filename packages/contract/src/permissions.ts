// SPDX-License-Identifier: Apache-2.0

/** What a member of a business may be. */
export const roles = ['owner', 'manager', 'clerk', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What may be allowed. A token's scopes are these words too. */
export const permissions = [
  'books.read',
  'books.write',
  'sell.write',
  'buy.write',
  'stock.write',
  'money.read',
  'money.write',
  'ledger.read',
  'ledger.close',
  'imports.run',
  'plan.read',
  'plan.write',
  'people.read',
  'people.manage',
  'settings.manage',
  'tokens.manage',
  'jobs.retry',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

const viewer: readonly Permission[] = ['books.read', 'plan.read', 'people.read']
const clerk: readonly Permission[] = [
  ...viewer,
  'imports.run',
  'plan.write',
  'books.write',
  'sell.write',
  'buy.write',
  'stock.write',
  'money.read',
]
const manager: readonly Permission[] = [
  ...clerk,
  'money.write',
  'ledger.read',
  'ledger.close',
  'settings.manage',
  'jobs.retry',
  'audit.read',
]

const permissionsByRole = {
  viewer,
  clerk,
  manager,
  owner: permissions,
} as const satisfies Record<Role, readonly Permission[]>

/** What a role may do. Each role may do all that the one below it may. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role]
}

/** True when the role carries the permission. */
export function roleAllows(role: Role, permission: Permission): boolean {
  return permissionsByRole[role].includes(permission)
}
