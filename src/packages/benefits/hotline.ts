import reference from '@/generated/reference';

/** The national hotline of the department's field, else 12345. */
export function hotlineOf(department: string): string {
  const hotline = reference.departments.find(({ id }) => id === department)?.hotline;
  return reference.hotlines.find(({ id }) => id === hotline)?.number ?? '12345';
}
