import type { ReactNode } from 'react';
import type { CatalogueEntry } from '@/domain/guide/reference';
import { Row } from '../row/row';

export interface GuideRowProps {
  readonly guide: CatalogueEntry;
  readonly titleNode?: ReactNode;
  readonly onOpen: (id: string) => void;
}

/** One guide in a list: what it is, in a sentence, and whether it can be done here. */
export function GuideRow({ guide, titleNode, onOpen }: GuideRowProps) {
  return (
    <Row title={guide.name} titleNode={titleNode} detail={guide.summary} onTap={() => onOpen(guide.id)} />
  );
}
