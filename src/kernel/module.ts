import type { EventDefinition } from './event'
import type { Machine } from './machine'
import type { Notification } from './notification'
import type { Permissions } from './permission'
import type { Sequence } from './sequence'
import type { Setting } from './setting'

/** What the kernel knows of an operation; its full contract belongs to the platform. */
export type NamedOperation = { readonly name: string }

export type Module<O extends NamedOperation = NamedOperation> = {
  readonly name: string
  readonly machines: readonly Machine[]
  readonly permissions: Permissions
  readonly events: readonly EventDefinition[]
  readonly notifications: readonly Notification[]
  readonly sequences: readonly Sequence[]
  readonly settings: readonly Setting[]
  readonly operations: readonly O[]
}

/** Gathers a module's declarations for the registry. Throws at load time when a name is declared twice. */
export function defineModule<O extends NamedOperation>(module: Module<O>): Module<O> {
  const lists = [module.machines, module.events, module.notifications, module.sequences, module.operations]
  for (const list of lists)
    mustBeUnique(
      module.name,
      list.map((entry) => entry.name),
    )
  mustBeUnique(
    module.name,
    module.settings.map((setting) => setting.key),
  )
  return module
}

function mustBeUnique(module: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`module ${module}: ${twice} is declared twice`)
}
