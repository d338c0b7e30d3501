/** Fills the shadow root of a custom element when it comes to stand in the page. */
export function define(name: string, mode: ShadowRootMode, fill: (root: ShadowRoot, host: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        fill(this.attachShadow({ mode }), this);
      }
    },
  );
}

/** A bare switch, for which ARIA alone tells the state. */
export function button(on: boolean): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', role: 'switch' });
  element.ariaChecked = String(on);
  element.onclick = () => {
    element.ariaChecked = String(element.ariaChecked !== 'true');
  };
  return element;
}
