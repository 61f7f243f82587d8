// Light or dark: what was chosen before, else as the system has it. Stands after the header's inputs, before the page is
// painted, so that nothing flashes. Touches the body's data-md-color-* attributes, the inputs, and one key of localStorage
// (the theme's own); where storage is refused the choice holds for this page.
const scope = new URL(document.querySelector<HTMLElement>('script[data-scope]')?.dataset.scope ?? '.', document.baseURI);
// Both languages share it; from disk, every folder has its own.
const key = `${scope.pathname}.__palette`;
const inputs = [...document.querySelectorAll<HTMLInputElement>('[name=__palette]')];
const wanted = inputs.map((input) => matchMedia(input.dataset.mdColorMedia!));

function kept(): HTMLInputElement | undefined {
  try {
    return inputs[(JSON.parse(localStorage.getItem(key)!) as { index: number }).index];
  } catch {
    return undefined;
  }
}

function paint(chosen: HTMLInputElement): void {
  for (const input of inputs) {
    input.checked = input === chosen;
    // its label leads to the other one
    (input.nextElementSibling as HTMLElement).hidden = input !== chosen;
  }
  for (const name of ['media', 'scheme', 'primary', 'accent']) document.body.setAttribute(`data-md-color-${name}`, chosen.getAttribute(`data-md-color-${name}`)!);
}

function asKept(): void {
  const chosen = kept() ?? inputs[wanted.findIndex(({ matches }) => matches)] ?? inputs[0];
  if (chosen) paint(chosen);
}

asKept();
for (const query of wanted) query.addEventListener('change', asKept);
for (const [index, input] of inputs.entries()) {
  input.addEventListener('change', () => {
    paint(input);
    try {
      localStorage.setItem(key, JSON.stringify({ index }));
    } catch {
      // refused or full
    }
  });
}
