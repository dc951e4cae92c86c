console.error('this entry cannot start');
process.exitCode = 3;
