import { DefaultFailureConverter, type ProtoFailure } from '@temporalio/common';
import { framesOf, withoutValues } from '../domain/faultText.ts';

/** A message of several lines is a whole object written out, with all that it holds. */
const FURTHER_LINES = /\n[\s\S]*$/u;

/** Failures tell what finds the fault and nothing a person wrote, as the log does; rows and values are quoted in errors. */
class FrugalFailureConverter extends DefaultFailureConverter {
  override errorToFailureInner(
    ...told: Parameters<DefaultFailureConverter['errorToFailureInner']>
  ): ProtoFailure {
    const failure = super.errorToFailureInner(...told);
    return {
      ...failure,
      message: withoutValues((failure.message ?? '').replace(FURTHER_LINES, '')),
      stackTrace: framesOf(failure.stackTrace ?? ''),
    };
  }
}

/** Messages and stacks of failures are encoded like payloads, so that they are encrypted too. */
export const failureConverter = new FrugalFailureConverter({ encodeCommonAttributes: true });
