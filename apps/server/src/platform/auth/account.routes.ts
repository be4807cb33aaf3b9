// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints as at } from '@resham/contract'
import { implement, type Route } from '../http/route.ts'
import { changeAccount, readAccount } from './account.service.ts'
import * as passkeys from './passkeys.service.ts'
import { rememberedWith } from './remembered.ts'
import * as secondFactor from './second-factor.service.ts'
import * as sessions from './sessions.service.ts'
import * as signIn from './sign-in.service.ts'

/** Everything about a person's own account. */
export function accountRoutes(parts: signIn.AccountParts): Route[] {
  const { auth } = parts
  return [
    implement(at.signUp, (ctx, input, wire) => signIn.signUp(ctx, input, wire, parts)),
    implement(at.signIn, (ctx, input, wire) => signIn.signIn(ctx, input, wire, parts)),
    implement(at.answerSecondFactor, (ctx, input, wire) => signIn.answerSecondFactor(ctx, input, wire, parts)),
    implement(at.signOut, (_ctx, _input, wire) => signIn.signOut(wire, parts)),
    implement(at.lookAround, (ctx, input, wire) => signIn.lookAround(ctx, input, wire, parts)),
    implement(at.read, (ctx) => rememberedWith(ctx.caller, 'account', () => readAccount(ctx))),
    implement(at.change, changeAccount),
    implement(at.changePassword, (ctx, input, wire) => sessions.changePassword(ctx, input, wire, auth)),
    implement(at.listSessions, (ctx, _input, wire) => sessions.listSessions(ctx, wire, auth)),
    implement(at.endSession, (_ctx, input, wire) => sessions.endSession(input, wire, auth)),
    implement(at.startSecondFactor, (ctx, input, wire) => secondFactor.startSecondFactor(ctx, input, wire, auth)),
    implement(at.confirmSecondFactor, (ctx, input, wire) => secondFactor.confirmSecondFactor(ctx, input, wire, auth)),
    implement(at.removeSecondFactor, (ctx, input, wire) => secondFactor.removeSecondFactor(ctx, input, wire, auth)),
    implement(at.listPasskeys, (_ctx, _input, wire) => passkeys.listPasskeys(wire, auth)),
    implement(at.passkeyRegistrationOptions, (_ctx, _input, wire) => passkeys.offerRegistration(wire, auth)),
    implement(at.addPasskey, (_ctx, input, wire) => passkeys.addPasskey(input, wire, auth)),
    implement(at.removePasskey, (_ctx, input, wire) => passkeys.removePasskey(input, wire, auth)),
    implement(at.passkeySignInOptions, (_ctx, _input, wire) => passkeys.offerSignIn(wire, auth)),
    implement(at.passkeySignIn, (ctx, input, wire) => passkeys.signInWithPasskey(ctx, input, wire, auth)),
  ]
}
