import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface KeyHelpProps {
  open: boolean;
  onClose: () => void;
  /** Key and what it does, in the order to show. */
  keys: readonly (readonly [key: string, does: string])[];
}

/** The shortcuts of a page, opened with `?`. */
export function KeyHelp({ open, onClose, keys }: KeyHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('shortcuts')} destroyOnHidden>
      <dl className="key-help">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
