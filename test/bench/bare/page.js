const { text } = await chrome.storage.local.get('text');
document.body.textContent = text;
