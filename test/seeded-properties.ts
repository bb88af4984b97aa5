import fc from 'fast-check';

// The same examples in every run: a change is refused for what it does, not for what chance tries that day.
// Others are tried with: FC_SEED=$RANDOM npx vitest run
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_260_228) });
