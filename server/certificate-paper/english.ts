/** English of a bilingual paper, for reading only: the Chinese text prevails. To be confirmed with the departments. */
export const DEPARTMENTS_EN: Readonly<Record<string, string>> = {
  'market-regulation': 'Administration for Market Regulation',
  tax: 'Tax Bureau',
  'human-resources': 'Human Resources and Social Security Bureau',
  'medical-security': 'Healthcare Security Bureau',
  'housing-fund': 'Housing Provident Fund Management Center (Jinpu)',
  ecology: 'Ecology and Environment Branch',
  emergency: 'Emergency Management Bureau',
  'fire-rescue': 'Fire and Rescue Brigade',
  'natural-resources': 'Natural Resources Branch',
  'housing-construction': 'Housing and Urban-Rural Development Bureau',
  'urban-management': 'Urban Management Bureau',
  transport: 'Transport Bureau',
  agriculture: 'Agriculture and Rural Affairs Bureau',
  water: 'Water Affairs Bureau',
  commerce: 'Commerce Bureau',
  'culture-tourism': 'Culture and Tourism Bureau',
  health: 'Health Bureau',
  'development-reform': 'Development and Reform Bureau',
  industry: 'Industry and Information Technology Bureau',
  science: 'Science and Technology Department',
  'public-security': 'Public Security Branch',
  court: "People's Court",
  customs: 'Customs',
  statistics: 'Statistics Bureau',
  'finance-supervision': 'Local Financial Supervision Department',
  finance: 'Finance Bureau',
  meteorology: 'Meteorological Bureau',
};

export const PURPOSES_EN: Readonly<Record<string, string>> = {
  ipo: 'Initial public offering (mainland)',
  refinancing: 'Refinancing',
  neeq: 'NEEQ',
  merger: 'Merger, acquisition or restructuring',
  'regional-equity': 'Regional equity market',
  overseas: 'Listing in Hong Kong or overseas',
  bond: 'Bond issue',
  other: 'Other',
};

export const BOARDS_EN: Readonly<Record<string, string>> = {
  main: 'Main Board',
  star: 'STAR Market',
  chinext: 'ChiNext',
  bse: 'Beijing Stock Exchange',
};

/** `{entity} {start} {end}` as in the phrases themselves. */
export const PHRASES_EN: Readonly<Record<string, string>> = {
  'no-record':
    'Upon review, this department found no record of administrative penalty or other violation of {entity} between {start} and {end}.',
  'no-record-query': 'Upon query, no record of {entity} was found between {start} and {end}.',
  'record-minor':
    'Upon review, {entity} has the listed records between {start} and {end}; the circumstances are minor.',
  'record-remedied':
    'Upon review, {entity} has the listed records between {start} and {end}; fines are paid and rectification is complete.',
  'record-not-major':
    'Upon review, {entity} has the listed records between {start} and {end}; they are no major violation.',
  'department-opinion':
    "Upon review, {entity} has the listed records between {start} and {end}; see the department's attached opinion.",
  'record-major':
    'Upon review, {entity} has the listed records between {start} and {end}, a major violation; see the attached opinion.',
  'record-unremedied':
    'Upon review, {entity} has the listed records between {start} and {end}, not yet rectified; see the attached opinion.',
};
