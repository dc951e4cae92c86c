import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../words/index.ts';

/** Switches between Vietnamese and English; the button is named in the language it leads to. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      type="text"
      className="language"
      icon={<GlobalOutlined />}
      lang={other}
      onClick={() => setLanguage(other)}
    >
      {t('switchLanguage')}
    </Button>
  );
}
