import { Input, Select } from 'antd';

const ORDERS = ['oldest', 'newest'] as const;
type Order = (typeof ORDERS)[number];

interface OrderAndSearchProps {
  order: Order;
  q: string | undefined;
  maxLength: number;
  words: Readonly<Record<Order | 'order' | 'search', string>>;
  onShow: (next: { order: Order } | { q: string | undefined }) => void;
}

/** In which order a list stands, and a search in it. */
export function OrderAndSearch({ order, q, maxLength, words, onShow }: OrderAndSearchProps) {
  return (
    <>
      <Select
        aria-label={words.order}
        value={order}
        options={ORDERS.map((value) => ({ value, label: words[value] }))}
        onChange={(next) => onShow({ order: next })}
      />
      <Input.Search
        key={q ?? ''}
        allowClear
        defaultValue={q ?? ''}
        maxLength={maxLength}
        aria-label={words.search}
        placeholder={words.search}
        onSearch={(text) => onShow({ q: text.trim() || undefined })}
      />
    </>
  );
}
