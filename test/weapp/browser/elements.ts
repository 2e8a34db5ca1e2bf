import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** Browser elements in the place of WeChat's: attributes that mean something else, and real events. */

const isElement = (value: unknown): value is glassEasel.Element => value instanceof glassEasel.Element;

/** The framework's element behind a DOM node, or the nearest above it. */
function owner(start: EventTarget | null): glassEasel.Element | undefined {
  for (let node = start instanceof Node ? start : null; node !== null; node = node.parentNode) {
    const element: unknown = '__wxElement' in node ? node.__wxElement : undefined;
    if (isElement(element)) return element;
  }
  return undefined;
}

function send(
  start: EventTarget | null,
  type: string,
  detail: Record<string, unknown>,
  bubbles: boolean,
): void {
  const element = owner(start);
  if (element !== undefined)
    glassEasel.Event.triggerEvent(element, type, detail, { bubbles, composed: true });
}

const FIELD = 'input, textarea';

type Adapt = (element: Element, value: string, set: (name: string, value: string) => void) => void;

/** WeChat attributes with another name or another effect in a browser. */
const ADAPTED: Readonly<Record<string, Adapt>> = {
  'aria-role': (element, value, set) => {
    // A browser knows `role` only, and wants a level of each heading; WeChat has none.
    element.removeAttribute('aria-role');
    if (value === '') element.removeAttribute('role');
    else set('role', value);
    if (value === 'heading') set('aria-level', '2');
  },
  value: (element, value) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = value;
  },
  type: (element, value) => {
    if (element instanceof HTMLInputElement) adaptInputType(element, value);
  },
  src: (element, value) => {
    if (element instanceof HTMLElement && element.localName === 'image')
      element.style.backgroundImage = `url("${value.replace(/"/g, '%22')}")`;
  },
  'page-style': (element, value) => element.parentElement?.setAttribute('style', value),
};

export function adaptAttributes(): void {
  const setInDom = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string) {
    setInDom.call(this, name, value);
    ADAPTED[name]?.(this, value, (other, text) => setInDom.call(this, other, text));
  };
  // In a template an undefined attribute is one that is not there; the framework would write `disabled=""`.
  const setInTree = glassEasel.Element.prototype.setAttribute;
  glassEasel.Element.prototype.setAttribute = function (name: string, value: unknown) {
    const absent = value === undefined || value === null || (value === '' && name.startsWith('aria-'));
    if (absent) this.removeAttribute(name);
    else setInTree.call(this, name, value);
  };
}

/** idcard, digit, nickname… are WeChat's; in a browser all of them are text. */
function adaptInputType(input: HTMLInputElement, value: string): void {
  input.inputMode = value === 'number' || value === 'digit' ? 'numeric' : 'text';
  if (value !== 'password' && value !== 'text') input.type = 'text';
}

/** Real clicks, keys and focus become WeChat's events. */
export function listenToPerson(screen: HTMLElement): void {
  screen.addEventListener('click', (event) => {
    send(event.target, 'tap', { x: event.clientX, y: event.clientY }, true);
    toggle(event.target);
  });
  const field = (type: string, as: string): void =>
    screen.addEventListener(type, (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      send(target, as, { value: target.value, cursor: target.value.length, height: 0 }, false);
    });
  field('input', 'input');
  field('focusin', 'focus');
  field('focusout', 'blur');
  screen.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key === 'Enter' && target instanceof HTMLInputElement && target.matches(FIELD))
      send(target, 'confirm', { value: target.value }, false);
  });
  screen.addEventListener(
    'scroll',
    ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      send(target, 'scroll', { scrollTop: target.scrollTop, scrollLeft: target.scrollLeft }, false);
    },
    true,
  );
}

/** A switch changes itself in WeChat before it says so. */
function toggle(target: EventTarget | null): void {
  const element = target instanceof Element ? target.closest('switch') : null;
  if (element === null || element.hasAttribute('disabled')) return;
  const value = !element.hasAttribute('checked');
  element.toggleAttribute('checked', value);
  send(element, 'change', { value }, false);
}
