import { describe, expect, test } from '@jest/globals';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { HANOI, RECORD_FOUND } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { accepted, asked, detailOf } from './arranged.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** Pages with nothing to show, without their server, or without the right to be seen. */
export function states(stage: () => Stage): void {
  describe('states', () => {
    test('an empty queue, desk and exchange say what is empty', async () => {
      const officer = await stage().openAs('chuyenvien1.na', '/viec');
      await sees(officer, 'Không có hồ sơ nào trong hàng này');
      await sees(officer, 'Chọn hàng chờ khác hoặc bỏ bớt bộ lọc.');
      await sees(await stage().openAs('congan.na', '/lien-thong'), /Không còn yêu cầu nào chờ/);
      await sees(await stage().openAs('hoso.na', '/trao-doi'), /Lập bản mới khi nhận được bản án/);
      await sees(await stage().openAs('giamdoc.na', '/ky'), 'Không có phiếu nào chờ bạn');
      await sees(await stage().openAs('giamsat.na', '/dieu-hanh'), 'Không có cảnh báo.');
    });

    test('a server that is down is said in words, and trying again helps', async () => {
      await accepted(stage());
      const page = await stage().openAs(HANOI.officer, '/viec?queue=all');
      await page.getByRole('table', { name: 'Danh sách hồ sơ' }).waitFor();
      // Without the stream of changes, which would look at everything again by itself.
      await page.route('**/api/v1/changes', (route) => route.abort());
      await stage().house.kill('api');
      await page.getByRole('link', { name: 'Đã kết thúc' }).click();
      await sees(page, /Không kết nối được với máy chủ/);
      await stage().house.restart('api');
      // The warnings beside the list are asked again now and then by themselves.
      const list = page.getByRole('region', { name: 'Đã kết thúc' });
      await list.getByRole('button', { name: 'Thử lại' }).click();
      await list.getByText(/Không kết nối được với máy chủ/).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'Đã kết thúc' }).waitFor();
    });

    test('an engine that does not answer is said in words on the act that needs it', async () => {
      const { caseId } = await accepted(stage());
      const page = await stage().openAs(HANOI.officer, `/ho-so/${caseId}`);
      await page.route('**/acts', (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { status: 503, code: 'ENGINE_UNAVAILABLE', detail: 'Hệ thống bận.', fields: [] },
        }),
      );
      await page.getByRole('button', { name: 'Phân loại và gửi xác minh' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Phân loại và gửi xác minh' }).click();
      await dialog.getByRole('alert').getByText('Hệ thống bận.').waitFor();
      // The same press once more, with the engine back, goes through.
      await page.unroute('**/acts');
      await dialog.getByRole('button', { name: 'Phân loại và gửi xác minh' }).click();
      await sees(page, /Hồ sơ ở bước “Đang xác minh”/);
    });

    test('the citizen’s pages say when the system is away', async () => {
      const page = await stage().open('/tra-cuu');
      await page.route('**/public/tracking', (route) => route.fulfill({ status: 503 }));
      await page.getByLabel('Mã tra cứu').fill('ABCDEFGH23');
      await page.getByLabel('Ngày sinh').fill('25/12/1990');
      await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
      await sees(page, /Hồ sơ của quý vị không bị ảnh hưởng/);
      await page.unroute('**/public/tracking');
      await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
      await sees(page, /Không tìm thấy hồ sơ khớp với mã và ngày sinh này/);
    });

    test('a page of another role names the roles it is for', async () => {
      const page = await stage().openAs(HANOI.policeLiaison, '/dieu-hanh');
      await sees(page, 'Bạn không có quyền xem trang này');
      await sees(page, 'Trang này dành cho vai trò: Giám sát, Trưởng phòng, Lãnh đạo ký.');
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await page.getByRole('heading', { name: 'Yêu cầu xác minh' }).waitFor();
    });

    test('another province’s case is not shown, and neither is one that does not exist', async () => {
      const { caseId } = await accepted(stage());
      const page = await stage().openAs('chuyenvien1.na', `/ho-so/${caseId}`);
      await sees(page, 'Hồ sơ thuộc đơn vị khác.');
      expect(await page.getByText('Hướng giải quyết').count()).toBe(0);
      await page.goto('/khong-co-trang-nay');
      await sees(page, 'Không tìm thấy trang');
    });

    test.each([
      ['/ho-so/HN-P-2023-999999', 'Không có hồ sơ với số này.', 'Việc cần làm'],
      ['/ho-so/XYZ', 'Không có hồ sơ với số này.', 'Việc cần làm'],
      ['/trao-doi/NOPE', 'Không có hồ sơ với số này.', 'Trao đổi bản lý lịch'],
      ['/ly-lich/NOPE', 'Không có bản lý lịch với số này.', 'Sổ lý lịch'],
      ['/ly-lich/NO/PE', 'Không có bản lý lịch với số này.', 'Sổ lý lịch'],
      ['/so-tiep-nhan/NOPE', 'Không có nội dung ở địa chỉ này.', 'Sổ tiếp nhận'],
      ['/foo', 'Không tìm thấy trang', 'Về trang chính'],
    ])('%s leads to nothing, says so, and leads back', async (address, title, back) => {
      const username = address.startsWith('/ho-so') ? HANOI.officer : HANOI.records;
      const page = await stage().openAs(username, address);
      await sees(page, title);
      expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
      await page.locator('main').getByRole('link', { name: back }).last().click();
      await page.getByText(title).waitFor({ state: 'detached' });
    });

    test('who is not signed in is told that there is no such page', async () => {
      const page = await stage().open('/foo');
      await sees(page, 'Không tìm thấy trang');
      await page.locator('main').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
      await page.getByLabel('Mã tra cứu').waitFor();
    });

    test('who may not know that a court is asked is told that an agency is, not nothing', async () => {
      const { caseId } = await asked(stage());
      const liaison = await stage().as(HANOI.policeLiaison);
      const found = { requestId: `${caseId}/POLICE-1`, answer: RECORD_FOUND };
      await liaison.send('POST', '/verifications/answers', found);
      await until(async () => (await detailOf(stage(), caseId)).verifications.length === 2);
      const page = await stage().openAs(HANOI.supervisor, `/viec?queue=all&q=${caseId}`);
      await page.locator(`[data-case="${caseId}"]`).getByText('Chờ: Cơ quan được hỏi').waitFor();
    });

    test('somebody who is not signed in signs in first and then sees the page asked for', async () => {
      const page = await stage().open('/trao-doi');
      await page.getByLabel('Tên đăng nhập').fill(HANOI.records);
      await page.getByLabel('Mật khẩu').fill('sai-mat-khau');
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await sees(page, 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã khóa.');
      await page.getByLabel('Mật khẩu').fill(DEMO_PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await page.getByRole('heading', { name: /Trao đổi bản lý lịch tư pháp/ }).waitFor();
    });
  });
}
