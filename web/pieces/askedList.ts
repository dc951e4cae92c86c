import type { TableProps } from 'antd';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';

const PAGE_SIZE = 50;

/** A question to a list that the server sorts and cuts, as it stands in the address. */
export interface Asked {
  query: Readonly<Record<string, string>>;
  /** Undefined takes a filter away. */
  onChange: (next: Record<string, string | undefined>) => void;
}

/** The question in the address, where it is one of this list; another filter begins at the first page. */
export function useAsked(schema: z.ZodType): Asked {
  const [search, setSearch] = useSearchParams();
  const asked = schema.safeParse(Object.fromEntries(search));
  const query: Record<string, string> = asked.success ? Object.fromEntries(search) : {};
  const onChange: Asked['onChange'] = (next) => {
    const set = Object.entries<string | undefined>({ ...query, page: undefined, ...next });
    const kept = set.flatMap(([name, value]) => (value ? [[name, value]] : []));
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  return { query, onChange };
}

/** Pages and order of a table whose rows the server sorts and cuts. */
export function pagesOf<Row>(
  { query, onChange }: Asked,
  total: number,
  sorts: readonly string[],
): Pick<TableProps<Row>, 'pagination' | 'onChange'> {
  return {
    pagination: {
      current: Number(query['page'] ?? 1),
      pageSize: PAGE_SIZE,
      total,
      hideOnSinglePage: true,
      showSizeChanger: false,
    },
    onChange: ({ current = 1 }, _filters, sorter) => {
      const { columnKey, order } = Array.isArray(sorter) ? {} : sorter;
      const sort = sorts.find((one) => one === columnKey && order);
      onChange({
        sort,
        descending: sort === undefined ? undefined : String(order === 'descend'),
        page: current === 1 ? undefined : String(current),
      });
    },
  };
}

/** A column by which the server sorts; `downwards` where the list does so if nothing is asked. */
export function sortedBy(query: Asked['query'], key: string, downwards = false) {
  const descending = (query['descending'] ?? String(downwards)) === 'true';
  const order = descending ? ('descend' as const) : ('ascend' as const);
  return { key, sorter: true, sortOrder: query['sort'] === key ? order : null };
}
