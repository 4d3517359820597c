import { lockedInOrder } from '@/platform/locks'

// Letters, digits and the marks that belong to letters make a word; all else parts words. It is what searchWords of the
// kernel does to a query, so that both sides meet.
const SEPARATORS = String.raw`[^[:alnum:]\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u065F\u0670\u06D6-\u06ED\u0900-\u0963\u0966-\u0DFF\u0E31-\u0E4E\u1AB0-\u1AFF\u20D0-\u20FF]+`

type Event = 'insert' | 'update' | 'delete'

const TABLES: Record<Event, string> = {
  insert: 'referencing new table as new_rows',
  update: 'referencing old table as old_rows new table as new_rows',
  delete: 'referencing old table as old_rows',
}

/**
 * Product search: one row per product with its words by weight (A name, B SKUs and barcodes, C brand, category, options
 * and specification, D beginning of the description), kept by statement triggers so that bulk SQL keeps it too, and the
 * list of words that typing errors are compared with.
 */
export const SEARCH_STATEMENTS = [
  `create or replace function tf_words(t text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(left(w, 40)), '{}') from regexp_split_to_table(lower(normalize(coalesce(t, ''), nfkc)), '${SEPARATORS}') w where w <> '' $$`,
  `create or replace function tf_weighted(words text[], weight text) returns tsvector language sql immutable parallel safe as $$
  select coalesce(string_agg(distinct w || ':1' || weight, ' '), '')::tsvector from unnest(words) w $$`,
  // "FR-R92B-58" is found by its parts and by "FRR92B58".
  `create or replace function tf_sku_words(sku text) returns text[] language sql immutable parallel safe as $$
  select tf_words(sku) || left(array_to_string(tf_words(sku), ''), 40) $$`,
  `create table product_search (
    id uuid primary key references products (id) on delete cascade, organization_id uuid not null, tree_id uuid not null,
    category_id uuid, brand_id uuid, is_sellable boolean not null default false, name_key text not null default '',
    skus text[] not null default '{}', created_at timestamptz not null default now(), words tsvector not null default '')`,
  `create index product_search_words on product_search using gin (words) with (fastupdate = off)`,
  `create index product_search_name on product_search (organization_id, name_key, id) where is_sellable`,
  `create index product_search_new on product_search (organization_id, created_at desc, id desc) where is_sellable`,
  `create index product_search_category on product_search (category_id, name_key, id) where is_sellable`,
  `create index product_search_brand on product_search (brand_id, name_key, id) where is_sellable`,
  `create index prices_by_amount on prices (list_id, unit_price_micro)`,
  `create index variants_sku_prefix on variants (organization_id, upper(sku) text_pattern_ops)`,
  `create table product_words (organization_id uuid not null, word text not null, primary key (organization_id, word))`,
  `create index product_words_typos on product_words using gin (word gin_trgm_ops)`,
  // Rows are locked before they are read, each statement with a snapshot of its own: of two who change one product at
  // the same time the second sees what the first wrote.
  `create or replace function tf_search_refresh(ids uuid[]) returns void language plpgsql as $f$ begin
  insert into product_search (id, organization_id, tree_id) select p.id, p.organization_id, p.tree_id from products p
    where p.id = any(ids) order by p.id on conflict do nothing;
  perform 1 from product_search s where s.id = any(ids)${lockedInOrder('s')};
  update product_search s set organization_id = d.organization_id, tree_id = d.tree_id, category_id = d.category_id, brand_id = d.brand_id,
    is_sellable = d.is_sellable, name_key = d.name_key, skus = d.skus, created_at = d.created_at, words = d.words
  from (select p.id, p.organization_id, p.tree_id, p.category_id, p.brand_id, p.created_at, lower(p.name) as name_key, v.skus,
      p.status = 'active' and p.archived_at is null and v.is_sellable as is_sellable,
      tf_weighted(tf_words(p.name) || v.names, 'A') || tf_weighted(v.codes, 'B')
        || tf_weighted(tf_words(b.name) || tf_words(c.name) || v.options || tf_words(jsonb_path_query_array(p.specs, '$[*].value')::text), 'C')
        || tf_weighted((tf_words(left(p.description, 1000)))[1:40], 'D') as words
    from products p left join categories c on c.id = p.category_id left join brands b on b.id = p.brand_id
    cross join lateral (select coalesce(bool_or(v.status = 'active'), false) as is_sellable, coalesce(array_agg(upper(v.sku) order by v.sku), '{}') as skus,
        tf_words(string_agg(v.name, ' ')) as names, tf_words(string_agg(jsonb_path_query_array(v.options, '$.*')::text, ' ')) as options,
        tf_words(string_agg(array_to_string(tf_sku_words(v.sku), ' ') || ' ' || coalesce(v.barcode, ''), ' ')) as codes
      from variants v where v.product_id = p.id and v.status <> 'archived') v
    where p.id = any(ids)) d
  where s.id = d.id;
  insert into product_words select distinct s.organization_id, w from product_search s cross join lateral unnest(tsvector_to_array(s.words)) w
    where s.id = any(ids) and length(w) between 3 and 40 and w !~ '[0-9]' order by 1, 2 on conflict do nothing;
end $f$`,
  ...trigger('products', 'insert', 'select id from new_rows'),
  ...trigger('products', 'update', `select n.id from new_rows n join old_rows o on o.id = n.id
    where ${changed('organization_id', 'name', 'category_id', 'brand_id', 'status', 'description', 'specs', 'archived_at')}`),
  ...trigger('variants', 'insert', 'select product_id from new_rows'),
  ...trigger('variants', 'update', `select p.id from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.product_id), (o.product_id)) p (id)
    where ${changed('product_id', 'sku', 'name', 'barcode', 'options', 'status')}`),
  ...trigger('variants', 'delete', 'select product_id from old_rows'),
  ...trigger('brands', 'update', `select p.id from new_rows n join old_rows o on o.id = n.id join products p on p.brand_id = n.id where ${changed('name')}`),
  ...trigger('categories', 'update', `select p.id from new_rows n join old_rows o on o.id = n.id join products p on p.category_id = n.id where ${changed('name')}`),
]

function trigger(table: string, event: Event, products: string): string[] {
  const name = `tf_search_${table}_${event}`
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $f$ declare ids uuid[]; begin
  select array_agg(distinct x.id order by x.id) into ids from (${products}) x (id);
  if ids is not null then perform tf_search_refresh(ids); end if;
  return null; end $f$`,
    `create trigger "${name}" after ${event} on ${table} ${TABLES[event]} for each statement execute function ${name}()`,
  ]
}

function changed(...columns: readonly string[]): string {
  const row = (alias: string) => `(${columns.map((column) => `${alias}.${column}`).join(', ')})`
  return `${row('n')} is distinct from ${row('o')}`
}
