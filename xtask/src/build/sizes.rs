//! What the output weighs, and how much it may.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{load, wasm};
use crate::paths;

/// The page whose loading is counted.
const PAGE: &str = "index.html";
/// The page for frames, which loads least in its compact mode.
const EMBED: &str = "embed.html";
/// What it asks for by script as soon as it starts in that mode, with the first election in English. A browser test holds
/// it to this list.
const COMPACT: &str = include_str!("../../../tests/browser/compact.json");

/// The limits. Sizes are bytes after gzip at its best level, unless they are called brotli; 1 kB is 1,000 bytes.
mod budget {
    /// The small core, as WebAssembly.
    pub const WASM: usize = 60_000;
    /// Everything the page loads before its reader does anything, the page itself included.
    pub const PAGE: usize = 110_000;
    /// Everything a compact embed loads before that, after brotli at its best level.
    pub const COMPACT: usize = 95_000;
    /// The requests for that.
    pub const REQUESTS: usize = 20;
    /// How many requests must follow one another: the page, then all that it names.
    pub const CHAIN: usize = 2;
}

/// One shipped file and its sizes in bytes.
struct Weight {
    file: PathBuf,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// The place in the chain of requests, from 1; none for what the page does not load at its start.
    loaded: Option<usize>,
    /// Whether a compact embed loads it at its start.
    compact: bool,
}

/// The weights of all shipped files.
pub struct Report(Vec<Weight>);

/// Weighs every file in `folder`.
///
/// # Errors
/// When a file cannot be read, or the page names a file that is missing.
pub fn measure(folder: &Path) -> Result<Report> {
    let loads = load::of(folder, Path::new(PAGE))?;
    let mut compact: Vec<PathBuf> = serde_json::from_str(COMPACT)?;
    compact.extend(
        load::of(folder, Path::new(EMBED))?
            .into_iter()
            .map(|load| load.file),
    );
    let mut weights = Vec::new();
    for file in paths::files(folder)? {
        let bytes = fs::read(folder.join(&file))?;
        let loaded = loads
            .iter()
            .find(|load| load.file == file)
            .map(|load| load.step);
        weights.push(Weight {
            raw: bytes.len(),
            gzip: gzip(&bytes)?,
            brotli: brotli(&bytes)?,
            loaded,
            compact: compact.contains(&file),
            file,
        });
    }
    let missing = compact
        .iter()
        .find(|file| weights.iter().all(|weight| weight.file != **file));
    ensure!(
        missing.is_none(),
        "no file {}, which a compact embed loads",
        missing.map_or(String::new(), |file| file.display().to_string())
    );
    Ok(Report(weights))
}

/// How many bytes they are after gzip at its best level.
///
/// # Errors
/// When writing to memory fails.
pub fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let options = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &options)?;
    Ok(out.len())
}

impl Report {
    fn loaded(&self) -> impl Iterator<Item = &Weight> {
        self.0.iter().filter(|weight| weight.loaded.is_some())
    }

    fn compact(&self) -> impl Iterator<Item = &Weight> {
        self.0.iter().filter(|weight| weight.compact)
    }

    /// Each limit: what it is of, what is used, what is allowed.
    fn limits(&self) -> [(&'static str, usize, usize); 5] {
        let binary = Path::new(wasm::CORE).join(format!("{}_bg.wasm", wasm::MODULE));
        let core = self
            .0
            .iter()
            .filter(|weight| weight.file == binary)
            .map(|weight| weight.gzip)
            .sum();
        [
            ("core wasm, bytes gzip", core, budget::WASM),
            (
                "page load, bytes gzip",
                self.loaded().map(|weight| weight.gzip).sum(),
                budget::PAGE,
            ),
            (
                "page load, requests",
                self.loaded().count(),
                budget::REQUESTS,
            ),
            (
                "page load, longest chain",
                self.loaded()
                    .filter_map(|weight| weight.loaded)
                    .max()
                    .unwrap_or(0),
                budget::CHAIN,
            ),
            (
                "compact embed, bytes brotli",
                self.compact().map(|weight| weight.brotli).sum(),
                budget::COMPACT,
            ),
        ]
    }

    /// Fails over the budget.
    ///
    /// # Errors
    /// Names every limit that is passed.
    pub fn check(&self) -> Result<()> {
        let over: Vec<String> = self
            .limits()
            .into_iter()
            .filter(|(_, used, allowed)| used > allowed)
            .map(|(name, used, allowed)| {
                format!("{name}: {} of {}", grouped(used), grouped(allowed))
            })
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        bail!("over the budget: {}", over.join("; "))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self
            .0
            .iter()
            .map(|weight| weight.file.as_os_str().len())
            .max()
            .unwrap_or(0)
            .max(48);
        writeln!(
            out,
            "{:width$}  {:>9}  {:>9}  {:>9}",
            "file (* loaded by the page, + by a compact embed)", "raw", "gzip", "brotli"
        )?;
        let mut row = |name: &str, [raw, gzip, brotli]: [usize; 3]| {
            writeln!(
                out,
                "{name:width$}  {:>9}  {:>9}  {:>9}",
                grouped(raw),
                grouped(gzip),
                grouped(brotli)
            )
        };
        let [mut sum, mut compact] = [[0; 3]; 2];
        let add = |sum: [usize; 3], sizes: [usize; 3]| {
            std::array::from_fn(|index| sum[index] + sizes[index])
        };
        for weight in &self.0 {
            let mark = match (weight.loaded, weight.compact) {
                (Some(_), true) => "*+",
                (Some(_), false) => "* ",
                (None, true) => " +",
                (None, false) => "  ",
            };
            let sizes = [weight.raw, weight.gzip, weight.brotli];
            row(&format!("{mark} {}", weight.file.display()), sizes)?;
            if weight.loaded.is_some() {
                sum = add(sum, sizes);
            }
            if weight.compact {
                compact = add(compact, sizes);
            }
        }
        row("the page loads", sum)?;
        row("a compact embed loads", compact)?;
        for (name, used, allowed) in self.limits() {
            writeln!(
                out,
                "{name}: {} of at most {}",
                grouped(used),
                grouped(allowed)
            )?;
        }
        Ok(())
    }
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(file: &str, gzip: usize, loaded: Option<usize>) -> Weight {
        Weight {
            file: file.into(),
            raw: gzip * 3,
            gzip,
            brotli: gzip,
            loaded,
            compact: false,
        }
    }

    #[test]
    fn the_budget_is_a_limit_not_a_goal() {
        let exact = Report(vec![
            weight("index.html", budget::PAGE - budget::WASM, Some(1)),
            weight("pkg/core/seat_calculator_bg.wasm", budget::WASM, Some(2)),
            weight("pkg/seat_calculator_bg.wasm", 90_000, None),
            weight("data/other.json", 90_000, None),
        ]);
        assert!(exact.check().is_ok());
        let over = Report(vec![
            weight("index.html", budget::PAGE - budget::WASM, Some(1)),
            weight(
                "pkg/core/seat_calculator_bg.wasm",
                budget::WASM + 1,
                Some(3),
            ),
        ]);
        let message = over.check().unwrap_err().to_string();
        let page = format!("{} of {}", grouped(budget::PAGE + 1), grouped(budget::PAGE));
        assert!(
            message.contains("wasm")
                && message.contains(&page)
                && message.contains("chain: 3 of 2"),
            "{message}"
        );
    }

    #[test]
    fn a_compact_embed_is_weighed_by_itself() {
        let embed = |bytes: usize| Weight {
            compact: true,
            ..weight("embed.html", bytes, None)
        };
        let exact = Report(vec![weight("a.js", 1, None), embed(budget::COMPACT)]);
        assert!(exact.check().is_ok());
        let message = Report(vec![embed(budget::COMPACT + 1)])
            .check()
            .unwrap_err()
            .to_string();
        assert!(
            message.contains("compact embed") && message.contains("65,001 of 65,000"),
            "{message}"
        );
    }

    #[test]
    fn too_many_requests_are_over_budget() {
        let many: Vec<Weight> = (0..21)
            .map(|index| weight(&format!("{index}.js"), 1, Some(2)))
            .collect();
        assert!(
            Report(many)
                .check()
                .unwrap_err()
                .to_string()
                .contains("requests: 21 of 20")
        );
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(
            [0, 999, 1_000, 12_345_678].map(grouped),
            ["0", "999", "1,000", "12,345,678"]
        );
    }

    #[test]
    fn sizes_are_those_after_compression() {
        let bytes = vec![7; 10_000];
        assert!(gzip(&bytes).unwrap() < 100 && brotli(&bytes).unwrap() < 50);
        assert!(gzip(&[]).unwrap() >= 18);
    }
}
