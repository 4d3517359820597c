import { collectionPages } from './collections'
import { environmentPage, errorPage, permissionPage, roleLines } from './catalogues'
import { eventPage, machinePage } from './lives'
import { routePage } from './routes'

/** Every generated page by file name. */
export async function pages(): Promise<Record<string, string>> {
  return {
    ...(await collectionPages()),
    'machines.md': machinePage(),
    'events.md': await eventPage(),
    'permissions.md': permissionPage() + roleLines(),
    'errors.md': errorPage(),
    'environment.md': environmentPage(),
    'routes.md': await routePage(),
  }
}
