// Goes into every bundle: the same random examples in each run, so that no mutant is killed by luck, and none looked
// at more closely once it is.
import fc from 'fast-check';

fc.configureGlobal({ seed: 14, endOnFailure: true });
