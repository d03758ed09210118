//! Runs a target: first its corpus as it is, then damaged inputs until the time is up. What a
//! target does not stand is made smaller and kept.

use crate::corpus::{self, Seed};
use crate::mutation::inputs;
use crate::targets::Target;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

/// An input that takes longer hangs a page.
const SLOWEST: Duration = Duration::from_secs(30);

/// What a run came to.
#[derive(Debug, Default)]
pub struct Run {
    pub inputs: usize,
    /// Inputs that were whole enough for the deeper checks.
    pub deep: usize,
    pub slowest: Duration,
}

/// Counts what a run does.
#[derive(Default)]
struct Watch {
    inputs: Cell<usize>,
    deep: Cell<usize>,
    slowest: Cell<Duration>,
}

impl Watch {
    fn check(&self, target: &Target, bytes: &[u8]) {
        let start = Instant::now();
        let deep = (target.check)(bytes);
        let took = start.elapsed();
        self.inputs.set(self.inputs.get() + 1);
        self.deep.set(self.deep.get() + usize::from(deep));
        self.slowest.set(self.slowest.get().max(took));
        assert!(took < SLOWEST, "took {} s", took.as_secs());
    }

    fn run(&self) -> Run {
        Run {
            inputs: self.inputs.get(),
            deep: self.deep.get(),
            slowest: self.slowest.get(),
        }
    }
}

/// Attacks a target for a time; the same seed makes the same inputs.
///
/// # Errors
/// What the first input that it does not stand makes it say, and where that input is kept.
pub fn attack(target: &Target, time: Duration, seed: u64) -> Result<Run, String> {
    let until = Instant::now() + time;
    let seeds = corpus::of(target.name).map_err(|error| error.to_string())?;
    let watch = Watch::default();
    replay(target, &seeds, &watch)?;
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        cases: 64,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config.clone(), rng);
    let strategy = inputs(&seeds, target.words);
    while Instant::now() < until {
        // A runner ends with its cases; the next one goes on with its numbers.
        runner = TestRunner::new_with_rng(config.clone(), runner.new_rng());
        let ended = runner.run(&strategy, |bytes| {
            watch.check(target, &bytes);
            Ok(())
        });
        match ended {
            Ok(()) => {}
            Err(TestError::Fail(reason, bytes)) => {
                return Err(told(target, reason.message(), &bytes));
            }
            Err(TestError::Abort(reason)) => return Err(reason.message().to_owned()),
        }
    }
    Ok(watch.run())
}

/// Every input of the corpus as it is: what was found once stays mended.
fn replay(target: &Target, seeds: &[Seed], watch: &Watch) -> Result<(), String> {
    for seed in seeds {
        let check = || watch.check(target, &seed.bytes);
        if let Err(panic) = panic::catch_unwind(AssertUnwindSafe(check)) {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.to_owned()));
            return Err(format!(
                "corpus, {}: {}",
                seed.name,
                text.unwrap_or_default()
            ));
        }
    }
    Ok(())
}

fn told(target: &Target, reason: &str, bytes: &[u8]) -> String {
    let kept = match corpus::keep(target.name, bytes) {
        Ok(path) => format!("kept in {}", path.display()),
        Err(error) => format!("could not be kept: {error}"),
    };
    let input = String::from_utf8_lossy(bytes);
    format!("{reason}\ninput ({kept}):\n{input}")
}
