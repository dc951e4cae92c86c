import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Facts, SignIn } from '../../domain/account.ts';
import { ROLES } from '../../domain/role.ts';
import { useFacts } from '../facts.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSessionChanges, useSessionState } from '../session.tsx';
import { useLabel, useLanguage } from '../words/index.ts';
import { BusinessClock } from './BusinessClock.tsx';

type Credentials = z.infer<typeof SignIn>;
type DemoAccount = NonNullable<Facts['demoAccounts']>[number];

/** Only an address of our own is followed after signing in. */
function wayBack(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}

/** `/dang-nhap`: one click per account in a demonstration, otherwise name and password. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { session, pending } = useSessionState();
  const facts = useFacts();
  const { signIn } = useSessionChanges();
  const signingIn = useMutation({ mutationFn: signIn });
  if (session !== null) return <Navigate to={wayBack(search.get('den'))} replace />;
  if (pending || facts.isPending) return <Loading />;
  const demo = facts.data?.facts.demoAccounts ?? null;
  const password = facts.data?.facts.demoPassword ?? '';
  return (
    <div className="sign-in">
      <h1>{t('systemTitle')}</h1>
      <BusinessClock />
      <ProblemAlert error={signingIn.error ?? facts.error} />
      {demo !== null && (
        <DemoAccounts
          accounts={demo}
          busy={signingIn.isPending ? signingIn.variables.username : null}
          onChoose={(username) => signingIn.mutate({ username, password })}
        />
      )}
      <PasswordForm
        primary={demo === null}
        busy={signingIn.isPending}
        onSubmit={(form) => signingIn.mutate(form)}
      />
      <nav aria-label={t('publicPages')} className="public-links">
        <Link to="/tra-cuu">{t('pageTracking')}</Link>
        <Link to="/xac-thuc">{t('pageVerify')}</Link>
      </nav>
    </div>
  );
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  busy: string | null;
  onChoose: (username: string) => void;
}

/** People in the order in which a dossier passes through their hands; connected systems sign in by themselves. */
function inOrderOfWork(accounts: readonly DemoAccount[]): DemoAccount[] {
  const placeOf = ({ roles }: DemoAccount): number =>
    Math.min(...roles.map((role) => ROLES.indexOf(role)));
  return accounts
    .filter(({ roles }) => !roles.includes('INTEGRATION'))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  // Titles are those of the office's own register, in Vietnamese only.
  const { language } = useLanguage();
  const units = Map.groupBy(inOrderOfWork(accounts), ({ unitName }) => unitName);
  return (
    <section aria-label={t('demoAccounts')}>
      <h2>{t('demoAccounts')}</h2>
      <div className="demo-units">
        {[...units].map(([unitName, people]) => (
          <section key={unitName} aria-label={unitName} className="demo-unit">
            <h3>{unitName}</h3>
            {people.map(({ username, displayName, title, roles }) => (
              <Button
                key={username}
                block
                className="demo-account"
                loading={busy === username}
                onClick={() => onChoose(username)}
              >
                <strong>{displayName}</strong>
                <span className="muted">
                  {language === 'vi' ? title : roles.map((role) => label('role', role)).join(' · ')}
                </span>
              </Button>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

interface PasswordFormProps {
  primary: boolean;
  busy: boolean;
  onSubmit: (form: Credentials) => void;
}

function PasswordForm({ primary, busy, onSubmit }: PasswordFormProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('withPassword')} className="password-form">
      <h2>{t('withPassword')}</h2>
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={onSubmit}>
        <Form.Item
          label={t('username')}
          name="username"
          rules={[{ required: true, message: t('required') }]}
        >
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          label={t('password')}
          name="password"
          rules={[{ required: true, message: t('required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button htmlType="submit" type={primary ? 'primary' : 'default'} loading={busy}>
          {t('signIn')}
        </Button>
      </Form>
    </section>
  );
}
