import fc from 'fast-check';

/**
 * Properties run on the same cases every time, so that a commit that passed passes again. To look for new ones:
 * `PROPERTY_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_220_125) });
