// Receives and keeps nothing.
chrome.runtime.onMessage.addListener(() => {});
