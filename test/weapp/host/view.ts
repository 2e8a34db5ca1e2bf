import { type CodeSpace, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Ledger } from './ledger';
import { type Bag, isRecord } from './values';

/** Compiled templates of the whole package: the value of the expression that compileTemplates returns. */
export type Templates = NonNullable<glassEasel.template.ComponentTemplate['groupList']>;

export interface MountedView {
  readonly root: glassEasel.GeneralComponent;
  readonly instance: Bag;
  mount(): void;
  unmount(): void;
}

/** Page() and Component() definitions, templates and the tree of elements: WeChat's open framework underneath. */
export class ViewSpace {
  private readonly space: CodeSpace;
  private readonly env = new MiniProgramEnv();
  private readonly backend;
  private readonly onError: (error: unknown) => boolean;
  private readonly onWarning: (message: string) => boolean;

  constructor(
    files: ReadonlyMap<string, string>,
    templates: Templates,
    /** Where pages are drawn; without it there is an element tree but no DOM. */
    private readonly screen: HTMLElement | undefined,
    ledger: Ledger,
  ) {
    const context = screen === undefined ? new glassEasel.EmptyComposedBackendContext() : undefined;
    this.backend = this.env.associateBackend(context);
    this.space = this.env.createCodeSpace('', true);
    this.onError = (error) => {
      ledger.recordError('view', error);
      return false;
    };
    this.onWarning = (message) => {
      ledger.warnings.push(message);
      return false;
    };
    glassEasel.addGlobalErrorListener(this.onError);
    glassEasel.addGlobalWarningListener(this.onWarning);
    for (const [path, source] of files)
      if (path.endsWith('.json')) this.addConfig(path.slice(0, -'.json'.length), JSON.parse(source));
    for (const [path, content] of Object.entries(templates))
      this.space.addCompiledTemplate(path, {
        groupList: templates,
        content,
        fallbackListenerOnNativeNode: true,
      });
  }

  /** Runs a file with Page and Component bound to its path. */
  define<T>(path: string, run: (env: ReturnType<typeof bare>) => T): T {
    return this.space.componentEnv(path, (env) => run(bare(env)));
  }

  create(path: string, tag = 'page'): MountedView {
    const root = this.backend.createRoot(tag, this.space, path);
    const component = root.getComponent();
    const instance: unknown = root.get();
    if (!isRecord(instance)) throw new Error(`${path} has no page or component`);
    return {
      root: component,
      instance,
      mount: () => {
        if (this.screen === undefined) glassEasel.Element.pretendAttached(component);
        else mountInDom(this.screen, (parent, placeholder) => root.attach(parent, placeholder));
      },
      unmount: () => root.release(),
    };
  }

  dispose(): void {
    glassEasel.removeGlobalErrorListener(this.onError);
    glassEasel.removeGlobalWarningListener(this.onWarning);
  }

  private addConfig(path: string, json: unknown): void {
    if (!isRecord(json)) return;
    const using = isRecord(json['usingComponents']) ? json['usingComponents'] : {};
    const usingComponents = Object.fromEntries(Object.entries(using).map(([name, to]) => [name, String(to)]));
    this.space.addComponentStaticConfig(path, {
      component: json['component'] === true,
      usingComponents,
      // The older name of apply-shared, which the framework still takes.
      addGlobalClass: json['styleIsolation'] === 'apply-shared',
    });
  }
}

const bare = (env: { Page: unknown; Component: unknown; Behavior: unknown }) => env;

/** The two DOM nodes that a root component takes the place of. */
function mountInDom(
  screen: HTMLElement,
  attach: (parent: glassEasel.GeneralBackendElement, placeholder: glassEasel.GeneralBackendElement) => void,
): void {
  const placeholder: unknown = screen.appendChild(document.createElement('div'));
  const parent: unknown = screen;
  if (isBackendElement(parent) && isBackendElement(placeholder)) attach(parent, placeholder);
}

/** The framework adds its own fields to DOM elements as it goes; its type asks for them from the start. */
const isBackendElement = (value: unknown): value is glassEasel.GeneralBackendElement =>
  typeof value === 'object' && value !== null;
