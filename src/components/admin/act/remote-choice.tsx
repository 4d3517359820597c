'use client'

import { useEffect, useState } from 'react'
import { ChoiceField, type Option } from '@/components/admin/act/fields'
import { send } from '@/components/admin/act/send'

interface Row {
  id?: string
  key?: string
  value?: string
  name?: string
  label?: string
  code?: string
}

/** A choice whose options are a list of the API. */
export function RemoteChoice({ source, required, ...field }: { name: string; label: string; source: string; required: boolean; wrong: string | undefined; defaultValue?: string }) {
  const [options, setOptions] = useState<Option[]>([])
  useEffect(() => {
    void send<Row[]>(source.startsWith('/') ? source : `/${source}`, { method: 'GET' }).then((answer) => setOptions(answer.ok ? answer.data.map(optionOf) : []))
  }, [source])
  return <ChoiceField {...field} required={required} options={options} empty={required ? 'Choose…' : 'None'} />
}

function optionOf({ id, key, value, name, label, code }: Row): Option {
  const picked = value ?? id ?? key ?? ''
  return { value: picked, label: label ?? name ?? code ?? picked }
}
