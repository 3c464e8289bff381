chrome.runtime.onInstalled.addListener(() => chrome.storage.local.set({ text: 'Ready' }));
