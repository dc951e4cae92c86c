import { describe, expect, test } from '@jest/globals';
import { HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { asked, detailOf } from './arranged.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** A question the police's system refuses: the officer sees it, the administrator sends it again. */
export function deadLetters(stage: () => Stage): void {
  describe('dead letters', () => {
    test('a refused question is seen, previewed, sent again and acknowledged', async () => {
      await setFaults(stage(), { refuses: true });
      const { caseId } = await asked(stage());
      await setFaults(stage(), { refuses: false });
      const officer = await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=xac-minh`);
      await sees(officer, /Bị từ chối · 1 lần UNIT_REFUSES/);
      const admin = await stage().openAs('quantri', `/quan-tri/lien-thong?tab=ton&q=${caseId}`);
      await sees(admin, caseId);
      await admin.getByRole('button', { name: 'Gửi lại', exact: true }).click();
      await sees(admin, 'Sẽ gửi lại 1 thông điệp');
      await admin.keyboard.press('Control+Enter');
      await sees(admin, /Đã đặt gửi lại 1 thông điệp/);
      await until(async () => {
        const { verifications } = await detailOf(stage(), caseId);
        return verifications[0]?.acknowledgedAt;
      });
      await admin.goto('/quan-tri/lien-thong');
      await sees(admin, new RegExp(`^${HANOI.police} · `));
      const line = admin.getByRole('row').filter({ hasText: HANOI.police });
      expect(await line.innerText()).toContain('thông');
      await line.getByRole('button').click();
      await sees(admin, 'đang hiệu lực');
    }, 60_000);
  });
}

async function setFaults({ house }: Stage, faults: object): Promise<void> {
  const response = await fetch(`${house.agenciesUrl}/control/units/${HANOI.police}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
  if (!response.ok) throw new Error(`agencies: ${response.status}`);
}
