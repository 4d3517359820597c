import { Kind, type FieldNode, type ObjectValueNode, type ValueNode } from 'graphql'
import { refuse } from '@/kernel/errors'
import { mustBeOperator } from '@/platform/http/operators'

/** Refuses a `where` that compares with an object or with lists of lists: Payload fails on those instead of answering. */
export function mustCompareWithValues({ arguments: given = [] }: FieldNode): void {
  for (const { name, value } of given) if (name.value === 'where') lookInto(value)
}

function lookInto(value: ValueNode): void {
  if (value.kind === Kind.LIST) value.values.forEach(lookInto)
  else if (value.kind === Kind.OBJECT) for (const { name, value: inner } of value.fields) lookAt(name.value, inner)
}

function lookAt(name: string, value: ValueNode): void {
  if (name === 'AND' || name === 'OR') lookInto(value)
  else if (value.kind === Kind.OBJECT) mustBePlain(value)
}

function mustBePlain({ fields }: ObjectValueNode): void {
  for (const { name, value } of fields) {
    mustBeOperator(name.value)
    const compared = value.kind === Kind.LIST ? value.values : [value]
    if (compared.every((one) => one.kind !== Kind.OBJECT && (one === value || one.kind !== Kind.LIST))) continue
    refuse('INPUT_INVALID', { reason: 'A condition compares a field with a text, a number or a list of them.' })
  }
}
