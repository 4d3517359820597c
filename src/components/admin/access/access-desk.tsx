'use client'

import { useState } from 'react'
import { PermissionQuestion } from '@/components/admin/access/permission-question'
import { RecordQuestion } from '@/components/admin/access/record-question'
import { Pick, type PickDoc, type PickSource } from '@/components/admin/act/pick'
import { Card } from '@/components/admin/frame/card'
import type { PermissionGroup } from '@/components/people/words'

/** A record somebody asks about, opened from its page. */
export interface AskedRecord {
  collection: string
  id: string
  title: string
}

/** The person asked about: the user behind a membership, and where. */
export interface AskedPerson {
  user: string
  name: string
  organization: string
}

const PEOPLE: PickSource = {
  collection: 'memberships',
  search: ['personName', 'personEmail'],
  sort: 'personName',
  text: (doc) => `${String(doc['personName'])} · ${String(doc['personEmail'])}`,
}

/** Choose a person, then ask about a permission or a record; a record can also be asked who sees it. */
export function AccessDesk({ organization, groups, record }: { organization: string; groups: readonly PermissionGroup[]; record: AskedRecord | null }) {
  const [person, setPerson] = useState<AskedPerson | null>(null)
  return (
    <div className="tf-stack">
      <Card title="Whom it is about">
        <Pick name="person" label="Person" source={PEOPLE} placeholder="Name or e-mail" onPick={(doc) => setPerson(doc ? personOf(doc, organization) : null)} />
      </Card>
      <RecordQuestion person={person} opened={record} />
      <PermissionQuestion person={person} groups={groups} />
    </div>
  )
}

function personOf(doc: PickDoc, fallback: string): AskedPerson {
  return { user: idOf(doc['user']) ?? '', name: String(doc['personName']), organization: idOf(doc['organization']) ?? fallback }
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
