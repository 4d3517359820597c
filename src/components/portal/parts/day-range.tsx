import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** First and last day as a GET form; other parameters of the address are kept. */
export function DayRange({ action, from, to, keep }: { action: string; from: string | undefined; to: string | undefined; keep: Readonly<Record<string, string>> }) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-2">
      {Object.entries(keep).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Field label="From">{(wiring) => <Input {...wiring} type="date" name="from" defaultValue={from} max={to} className="w-auto" />}</Field>
      <Field label="To">{(wiring) => <Input {...wiring} type="date" name="to" defaultValue={to} min={from} className="w-auto" />}</Field>
      <Button type="submit">Show</Button>
    </form>
  )
}
