import { describe, expect, test } from '@jest/globals';
import type { CaseDetail } from '../../domain/case.ts';
import { HANOI } from '../support/scenes.ts';
import { choose, press, tick, typeInto } from './keyboard.ts';
import { factOf, sees } from './sights.ts';
import type { Stage } from './stage.ts';

const HA_NOI = { typed: 'ha noi', option: 'Hà Nội' };

/** A dossier that comes to the counter without all its papers. */
export function missingPapers(stage: () => Stage): void {
  describe('missing papers', () => {
    test('what lacks a paper is received and a supplement asked for, not accepted', async () => {
      const page = await stage().openAs(HANOI.desk, '/tiep-nhan');
      await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ tại quầy' }).waitFor();
      await typeInto(page, 'Số định danh cá nhân', '001190054321');
      await typeInto(page, 'Họ và tên', 'Trần Thị Mẫu Sen');
      await typeInto(page, 'Ngày sinh', '09/08/1990');
      await typeInto(page, 'Nơi sinh', 'Hà Nội');
      await typeInto(page, 'Nơi thường trú', '14 phố Hàng Mẫu');
      await choose(page, 'Tỉnh, thành phố (nơi thường trú)', HA_NOI);
      await typeInto(page, 'Mục đích sử dụng', 'Xin việc làm');
      await tick(page, 'Đã thu phí');
      await tick(page, 'Tờ khai yêu cầu cấp phiếu');
      await sees(page, 'Còn thiếu: Bản sao giấy tờ tùy thân. Chưa thể tiếp nhận ngay.');
      await press(page, 'Control+Enter');
      await sees(page, /Còn thiếu giấy tờ: đánh dấu giấy đã nhận/);
      await tick(page, 'Nhận hồ sơ và yêu cầu bổ sung giấy tờ còn thiếu');
      await press(page, 'Control+Enter');
      await sees(page, 'Đã tiếp nhận hồ sơ');
      const caseId = await factOf(page, 'Số hồ sơ');
      const desk = await stage().as(HANOI.desk);
      const { line } = await desk.get<CaseDetail>(`/cases/${caseId}`);
      expect(line.step).toBe('SUPPLEMENT_REQUESTED');
      await page.goto(`/ho-so/${caseId}`);
      await sees(page, /Đang chờ bổ sung theo yêu cầu lúc/);
      await sees(page, /Không bổ sung, hồ sơ hết hiệu lực sau/);
      await page.goto(`/ho-so/${caseId}?tab=giay-to`);
      await sees(page, 'Còn thiếu khi tiếp nhận');
    });

    test('the receipt of a dossier that does not exist confirms nothing', async () => {
      const page = await stage().openAs(HANOI.desk, '/bien-nhan/HN-P-2023-999999');
      await sees(page, 'Không có hồ sơ với số này.');
      expect(await page.getByText('Đã tiếp nhận hồ sơ').count()).toBe(0);
    });
  });
}
