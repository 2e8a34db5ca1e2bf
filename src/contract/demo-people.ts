/** People to sign in as where nobody real may: refused in production. Their data are made up. */
export const demoPeople = [
  { id: 'zhang-jianguo', name: '张建国', about: '金普新区居民，有实名' },
  { id: 'wang-fang', name: '王芳', about: '金普新区居民，有实名' },
  { id: 'li-ming', name: '李明', about: '企业法定代表人' },
] as const;

export type DemoPerson = (typeof demoPeople)[number]['id'];
