import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures are encoded like payloads, so that they are encrypted too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
