fetch('https://api.synposter.com/v1/accounts');
