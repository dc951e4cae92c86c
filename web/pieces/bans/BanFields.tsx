import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bansLeftOut } from '../../../domain/record/ban.ts';
import { type BanContent, LONGEST_OF_BAN } from '../../../domain/record/file.ts';
import { DateInput } from '../DateInput.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { useKnownBans } from './useKnownBans.ts';

const FIELDS = ['decision', 'date', 'court', 'content', 'until'] as const;

/**
 * Bans under the form's field `bans`, one block each, where the certificate says anything of them; a reason is
 * asked where a record says otherwise.
 */
export function BanFields({ caseId }: { caseId: string }) {
  const { t } = useTranslation('bans');
  const { data, error, refetch } = useKnownBans(caseId);
  // Without what the records hold the draft may be refused for a ban that nobody sees.
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data !== undefined && !data.printed) return null;
  return (
    <Form.List name="bans">
      {(bans, { add, remove }) => (
        <fieldset className="entries">
          <legend>{t('stated')}</legend>
          {bans.length === 0 && <p className="muted">{t('noneStated')}</p>}
          {bans.map(({ key, name }) => (
            <div key={key} role="group" aria-label={t('ban', { n: name + 1 })} className="entry">
              <div className="entry-fields">
                <BanInputs index={name} />
              </div>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('remove', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {t('add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function BanInputs({ index }: { index: number }) {
  const { t } = useTranslation('bans');
  const required = { required: true, message: t('required') };
  const date = { pattern: /^\d{4}-\d{2}-\d{2}$/, message: t('dateWrong') };
  return FIELDS.map((field) => {
    const isDate = field === 'date' || field === 'until';
    return (
      <Form.Item
        key={field}
        name={[index, field]}
        label={t(`field.${field}`)}
        rules={isDate ? [required, date] : [required]}
      >
        {isDate ? <DateInput /> : <Input maxLength={LONGEST_OF_BAN[field]} />}
      </Form.Item>
    );
  });
}

/** Why a ban of the person's records is not stated as they say it; asked only where one is not. */
export function BanDeviationField({ caseId }: { caseId: string }) {
  const { t } = useTranslation('bans');
  const { data } = useKnownBans(caseId);
  const stated = Form.useWatch<readonly Partial<BanContent>[] | undefined>('bans') ?? [];
  const typed = stated.map((ban) => ({ ...NOTHING, ...ban }));
  if (data === undefined || bansLeftOut(data.known, typed).length === 0) return null;
  return (
    <Form.Item
      name="banDeviation"
      label={t('field.banDeviation')}
      rules={[{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={2} maxLength={1000} />
    </Form.Item>
  );
}

const NOTHING: BanContent = { decision: '', date: '', court: '', content: '', until: '' };
