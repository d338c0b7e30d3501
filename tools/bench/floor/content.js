// Looks at one control once, when the browser runs content scripts by default, and says what it saw.
chrome.runtime.sendMessage({ checked: document.querySelector('[role=switch]')?.ariaChecked ?? null });
