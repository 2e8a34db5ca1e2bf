/** Text with a form of its own, by name: an error can then say what the form is. */
export type TextFormat =
  | 'personName'
  | 'babyName'
  | 'disabilityCertNo'
  | 'postcode'
  | 'plateNo'
  | 'accountNo'
  | 'lettersAndDigits'
  | 'schoolRollNo'
  | 'coordinates';

export const formatPatterns: Readonly<Record<TextFormat, RegExp>> = {
  personName: /^[\u4e00-\u9fff·]+$/,
  babyName: /^[\u4e00-\u9fff]+$/,
  // Identity number, category 1–7, grade 1–4.
  disabilityCertNo: /^\d{17}[\dX][1-7][1-4]$/,
  postcode: /^\d{6}$/,
  plateNo: /^[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}$/,
  accountNo: /^\d{8,30}$/,
  lettersAndDigits: /^[A-Za-z0-9]+$/,
  schoolRollNo: /^G\d{17}[\dX]$/,
  // Longitude,latitude; points apart by semicolons.
  coordinates: /^\d{2,3}\.\d{1,8},\d{1,2}\.\d{1,8}(;\d{2,3}\.\d{1,8},\d{1,2}\.\d{1,8})*$/,
};

/** How to mend it, said to the person. */
export const formatHelp: Readonly<Record<TextFormat, string>> = {
  personName: '只写汉字，中间的点用“·”',
  babyName: '写 2 到 6 个汉字',
  disabilityCertNo: '20 位：身份证号 18 位，加类别 1 位、等级 1 位',
  postcode: '写 6 位数字',
  plateNo: '如 辽B12345，字母大写',
  accountNo: '写 8 到 30 位数字',
  lettersAndDigits: '只写字母和数字',
  schoolRollNo: 'G 加 18 位身份证号，字母大写',
  coordinates: '经度，纬度，如 121.71,39.10；多个点用分号隔开',
};
