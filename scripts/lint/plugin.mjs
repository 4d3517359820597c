import { localApiWithReq } from './local-api-with-req.mjs'
import { locksInOnePlace } from './locks-in-one-place.mjs'
import { noAccessBypass } from './no-access-bypass.mjs'
import { noClockOrChance } from './no-clock-or-chance.mjs'

/** Our own habits as lint rules; eslint.config.mjs says where each one holds. */
export const plugin = {
  meta: { name: 'thoroughfare' },
  rules: {
    'local-api-with-req': localApiWithReq,
    'locks-in-one-place': locksInOnePlace,
    'no-access-bypass': noAccessBypass,
    'no-clock-or-chance': noClockOrChance,
  },
}
