const { text } = await chrome.storage.local.get('text');
document.querySelector('p').textContent = text;
