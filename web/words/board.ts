import { inBoth } from './inBoth.ts';

/** Words of the parts of the board that estimate, compare and export. */
export const board = inBoth({
  filters: ['Lọc bảng điều hành', 'Filter the board'],
  kind: ['Loại hồ sơ', 'Kind of case'],
  allKinds: ['Mọi loại hồ sơ', 'All kinds'],
  print: ['In', 'Print'],
  export: ['Tải {{as}}: {{name}}', 'Download {{as}}: {{name}}'],
  exportFailed: ['Trình duyệt không tạo được hình.', 'The browser could not make the picture.'],
  'steps.title': ['Theo bước', 'By step'],
  'provinces.title': ['Theo đơn vị', 'By unit'],
  'provinces.map': ['Các tỉnh, thành phố theo ô', 'Provinces as tiles'],
  'provinces.measure': ['Số hiển thị trên ô', 'Number on the tiles'],
  'provinces.schematic': [
    'Vị trí các ô chỉ mang tính sơ đồ, không phải bản đồ. Ô gạch càng dày, số càng lớn.',
    'Positions are schematic, this is no map. The denser the hatching, the higher the number.',
  ],
  'provinces.noUnit': ['{{name}}: chưa tham gia hệ thống', '{{name}}: not in the system yet'],
  'provinces.received': ['Tiếp nhận 30 ngày', 'Received, 30 days'],
  'provinces.issued': ['Cấp 30 ngày', 'Issued, 30 days'],
  'provinces.doneLate': ['Xong trễ 30 ngày', 'Done late, 30 days'],
  'provinces.inTime': ['Đúng hạn', 'In time'],
  'days.span': ['Khoảng thời gian', 'Period'],
  'days.last': ['{{count}} ngày', '{{count}} days'],
  'days.closed': ['Kết thúc', 'Closed'],
  'rescue.title': ['Cần cứu', 'To rescue'],
  'rescue.lead': [
    'Hồ sơ có thể trễ nhưng làm ngay thì còn kịp, chắc nhất ở trên.',
    'Cases that may be late but can be saved by acting now, the surest first.',
  ],
  'rescue.basis': [
    'Xét {{lookedAt}} hồ sơ gần hạn nhất mỗi bước; thời gian các bước đo ngày {{date}}.',
    'Looked at the {{lookedAt}} soonest due of each step; step times measured on {{date}}.',
  ],
  'rescue.unknown': [
    'Chưa đủ số liệu để nói về {{unknown}} hồ sơ trong đó.',
    'Of {{unknown}} of them too little is known to say anything.',
  ],
  'rescue.chance': ['Khả năng trễ', 'Chance of being late'],
  'rescue.hurried': ['làm gấp: {{share}}', 'with haste: {{share}}'],
  'rescue.why': ['Vì sao', 'Why'],
  'rescue.usual': ['thường cần thêm {{amount}}', 'usually still takes {{amount}}'],
  'rescue.older': [
    'đứng ở bước này lâu hơn mọi hồ sơ đã xong',
    'stands at this step longer than any finished case did',
  ],
  'rescue.fromUNIT': [
    '({{compared}} trong {{samples}} hồ sơ đã xong của đơn vị từng ở bước này lâu như vậy)',
    '({{compared}} of the unit’s {{samples}} finished cases stood at this step as long)',
  ],
  'rescue.fromNATION': [
    '({{compared}} trong {{samples}} hồ sơ đã xong toàn quốc từng ở bước này lâu như vậy)',
    '({{compared}} of {{samples}} finished cases of all units stood at this step as long)',
  ],
  'rescue.lost': [
    'Khó cứu: {{count}} hồ sơ chưa trễ nhưng làm gấp cũng khó kịp',
    'Hardly saveable: {{count}} cases not late yet, but haste would hardly do',
  ],
  'rescue.empty': ['Không có hồ sơ nào cần cứu.', 'Nothing needs to be rescued.'],
  'rescue.emptyHint': [
    'Hồ sơ có thể trễ mà làm gấp còn kịp đứng ở đây; trống là tốt.',
    'Cases that may be late but can still be saved stand here; none is good.',
  ],
  'rescue.fewData': ['Chưa đủ số liệu để dự báo.', 'Too little is known to say anything yet.'],
  'rescue.fewDataHint': [
    'Cần ít nhất 30 hồ sơ đã xong cùng loại, cùng bước. Thời gian các bước được đo mỗi ngày.',
    'It takes 30 finished cases of the same kind and step. Step times are measured once a day.',
  ],
  'calibration.title': ['Dự báo tháng trước có đúng không', 'Was last month’s forecast right'],
  'calibration.lead': [
    'Các hồ sơ được dự báo trong tháng {{month}} và kết quả thực tế; mỗi hồ sơ tính một lần trong mỗi mức.',
    'Cases forecast in {{month}} and what came; each case counts once per level.',
  ],
  'calibration.said': ['Đã dự báo', 'Chance said'],
  'calibration.called': ['Số hồ sơ', 'Cases'],
  'calibration.late': ['Trễ thật', 'Were late'],
  'calibration.came': ['Tỷ lệ trễ thật', 'Share late'],
  'calibration.mean': ['dự báo trung bình {{share}}', 'said {{share}} on average'],
  'calibration.few': ['{{late}}/{{called}} hồ sơ', '{{late}} of {{called}} cases'],
  'calibration.fewHint': ['quá ít để tính tỷ lệ', 'too few for a share'],
  'calibration.range': ['khoảng {{low}}–{{high}}', 'between {{low}} and {{high}}'],
  'calibration.none': ['chưa có', 'none'],
  'calibration.empty': [
    'Tháng {{month}} chưa có dự báo nào biết kết quả.',
    'No forecast of {{month}} has an outcome yet.',
  ],
  'calibration.emptyHint': [
    'Dự báo được lưu mỗi ngày từ khi có 30 hồ sơ đã xong. Sang tháng sau, ở đây đứng: trong số hồ sơ được báo khả năng trễ như nhau, bao nhiêu hồ sơ trễ thật.',
    'Forecasts are kept each day once 30 cases are finished. In the month after, it stands here how many of the cases said to be late with the same chance really were.',
  ],
});
