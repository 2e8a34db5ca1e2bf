import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { text as asText } from './values';

/** One element of the running page as the WeChat build made it. */
export interface HostNode {
  readonly tag: string;
  /** aria-role, or the role the element has by itself; '' for a plain box. */
  readonly role: string;
  /** What a screen reader says: aria-label, else the visible text, else a placeholder. */
  readonly name: string;
  readonly text: string;
  readonly className: string;
  readonly sid: string;
  readonly disabled: boolean;
  readonly parent: HostNode | undefined;
  readonly children: readonly HostNode[];
  attribute(name: string): unknown;
  readonly element: glassEasel.Element;
}

const IMPLICIT_ROLE: Readonly<Record<string, string>> = {
  button: 'button',
  input: 'textbox',
  textarea: 'textbox',
  switch: 'switch',
  checkbox: 'checkbox',
  radio: 'radio',
  slider: 'slider',
  picker: 'combobox',
  navigator: 'link',
  image: 'img',
};

/** Page furniture that WeChat does not count and nobody sees. */
const FURNITURE = new Set(['page-meta', 'navigation-bar', 'block', 'slot']);

class Node implements HostNode {
  readonly children: readonly HostNode[];
  private readonly ownText: readonly (string | HostNode)[];
  private readonly attributes: ReadonlyMap<string, unknown>;
  readonly tag: string;

  constructor(
    readonly element: glassEasel.Element,
    readonly parent: HostNode | undefined,
  ) {
    this.tag = tagOf(element);
    this.attributes = new Map(element.attributes.map(({ name, value }) => [name, value]));
    this.ownText = contents(element).map((item) => (typeof item === 'string' ? item : new Node(item, this)));
    this.children = this.ownText.filter((item): item is HostNode => typeof item !== 'string');
  }

  get text(): string {
    return this.ownText.map((item) => (typeof item === 'string' ? item : item.text)).join('');
  }

  get name(): string {
    return (
      asText(this.attribute('aria-label')) ||
      this.spokenText() ||
      asText(this.attribute('placeholder')) ||
      asText(this.attribute('alt'))
    ).trim();
  }

  get role(): string {
    return asText(this.attribute('aria-role')) || (IMPLICIT_ROLE[this.tag] ?? '');
  }

  get className(): string {
    return this.element.class;
  }

  get sid(): string {
    return asText(this.element.dataset['sid']);
  }

  get disabled(): boolean {
    const aria = this.attribute('aria-disabled');
    return this.attribute('disabled') === true || aria === true || aria === 'true';
  }

  attribute(name: string): unknown {
    return this.attributes.get(name);
  }

  private spokenText(): string {
    return this.ownText
      .map((item) => (typeof item === 'string' ? item : isHidden(item) ? '' : item.name))
      .filter((part) => part !== '')
      .join(' ');
  }
}

export const isHidden = (node: HostNode): boolean => {
  const hidden = node.attribute('aria-hidden');
  return hidden === true || hidden === 'true';
};

const tagOf = (element: glassEasel.Element): string => {
  if (glassEasel.NativeNode.isNativeNode(element)) return element.is;
  return glassEasel.Component.isComponent(element) ? element.is : '';
};

/** Children without the nodes that templates, conditions and loops leave behind. */
function contents(element: glassEasel.Element): (string | glassEasel.Element)[] {
  const inner = glassEasel.Component.isComponent(element) ? element.getShadowRoot() : element;
  return (inner?.childNodes ?? []).flatMap((child) => {
    if (glassEasel.TextNode.isTextNode(child)) return [child.textContent];
    return glassEasel.VirtualNode.isVirtualNode(child) ? contents(child) : [child];
  });
}

/** A fresh picture of the tree under a page or component. */
export const snapshot = (root: glassEasel.Element): HostNode => new Node(root, undefined);

/** A node and everything below it, in reading order, without page furniture. */
export function* walk(node: HostNode): Generator<HostNode> {
  if (FURNITURE.has(node.tag)) return;
  yield node;
  for (const child of node.children) yield* walk(child);
}

export interface TreeCounts {
  readonly nodes: number;
  readonly depth: number;
  readonly children: number;
}

/** The three counts of WeChat's official audit. */
export function countTree(root: HostNode): TreeCounts {
  const below = (node: HostNode, depth: number): TreeCounts => {
    const kids = node.children.filter(({ tag }) => !FURNITURE.has(tag));
    return kids
      .map((kid) => below(kid, depth + 1))
      .reduce(
        (sum, kid) => ({
          nodes: sum.nodes + kid.nodes,
          depth: Math.max(sum.depth, kid.depth),
          children: Math.max(sum.children, kid.children),
        }),
        { nodes: 1, depth, children: kids.length },
      );
  };
  return below(root, 1);
}
