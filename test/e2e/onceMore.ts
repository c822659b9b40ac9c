// A browser on a busy machine may drop a key or a click. A test that fails is run once more, and its first failure stands in the log.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
