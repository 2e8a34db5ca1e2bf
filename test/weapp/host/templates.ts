import { TmplGroup } from 'glass-easel-template-compiler';
import type { Dist } from './dist';

/**
 * Compiles every template and script of a package with WeChat's open template compiler.
 * Returns JavaScript source of an expression: template path → generator. Throws on the first bad template.
 */
export function compileTemplates({ files }: Pick<Dist, 'files'>): string {
  const group = new TmplGroup();
  try {
    for (const [path, source] of files)
      if (path.endsWith('.wxs')) group.addScript(path.slice(0, -'.wxs'.length), source);
    for (const [path, source] of files)
      if (path.endsWith('.wxml')) group.addTmpl(path.slice(0, -'.wxml'.length), source);
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}
