import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import viVN from 'antd/locale/vi_VN.js';
import { RouterProvider } from 'react-router';
import { queryClient } from '../queries.ts';
import { router } from '../router.tsx';
import { SessionProvider } from '../session.tsx';
import { theme } from '../theme.ts';
import { useLanguage } from '../words/index.ts';

/** Everything around the pages: cache, session, theme, language, routes. */
export function App() {
  const { language } = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={language === 'vi' ? viVN : enUS} theme={theme}>
        <AntApp>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
