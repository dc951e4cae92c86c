import type { TablePaginationConfig } from 'antd';

const PAGE_SIZE = 20;

export interface Paged {
  total: number;
  page: number;
  onPage: (page: number) => void;
}

/** Turning the pages of a list that the server cuts. */
export function paginationOf({ total, page, onPage }: Paged): TablePaginationConfig {
  return {
    current: page,
    pageSize: PAGE_SIZE,
    total,
    hideOnSinglePage: true,
    showSizeChanger: false,
    onChange: onPage,
  };
}
