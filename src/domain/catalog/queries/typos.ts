import type { Reader } from '@/platform/reader'

interface Row {
  typed: string
  word: string | null
}

// Letters that changed places in a short word leave too few common trigrams: then words of the same beginning and about
// the same length are compared.
const NEAREST = `
select t.typed, coalesce(
  (select w.word from product_words w where w.organization_id = $1::uuid and w.word % t.typed order by similarity(w.word, t.typed) desc, w.word limit 1),
  (select w.word from product_words w where w.organization_id = $1::uuid and w.word like left(t.typed, 2) || '%' and length(t.typed) < 8
    and abs(length(w.word) - length(t.typed)) <= 1 and similarity(w.word, t.typed) >= 0.2 order by similarity(w.word, t.typed) desc, w.word limit 1)) as word
from unnest($2::text[]) t (typed)
where not exists (select 1 from product_words w where w.organization_id = $1::uuid and w.word like t.typed || '%')`

/**
 * The words with typing errors mended by the nearest word of the seller's catalog; null when there is nothing to mend.
 * Words with digits are left alone: the nearest part number is another part. The caller has the right to the seller.
 */
export async function correctedWords(reader: Pick<Reader, 'rows'>, seller: string, words: readonly string[]): Promise<string[] | null> {
  const plain = words.filter((word) => word.length >= 3 && !/\p{N}/u.test(word))
  if (plain.length === 0) return null
  const rows = await reader.rows<Row>(NEAREST, [seller, plain], 'tf_search_typos')
  const mended = new Map(rows.flatMap(({ typed, word }): [string, string][] => (word === null ? [] : [[typed, word]])))
  return mended.size === 0 ? null : words.map((word) => mended.get(word) ?? word)
}
