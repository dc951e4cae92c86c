console.log('errand done');
