//! A count replayed: recorded states of a feed, one after the other, so that a newsroom can
//! rehearse.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Where the feed is served.
pub const FEED: &str = "live.json";
/// Seconds between two looks that a page keeps to, at least and at most.
const LOOKS: [u64; 2] = [30, 600];

/// Recorded states in the order of their numbers, and since when they are replayed.
pub struct Replay {
    election: String,
    /// The number of each, and its text.
    states: Vec<(u64, Vec<u8>)>,
    every: Duration,
    begun: Instant,
}

impl Replay {
    /// Reads every `live-*.json` of a folder. Each is served for `seconds`, the last one from then
    /// on; all say that they are
    /// a rehearsal.
    ///
    /// # Errors
    /// When there is none, one is no feed, or they are of several elections.
    pub fn read(folder: &Path, seconds: u64) -> Result<Replay> {
        let mut states: Vec<Value> = Vec::new();
        for entry in folder
            .read_dir()
            .with_context(|| format!("cannot read {}", folder.display()))?
        {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("live-") && name.ends_with(".json") {
                let state = serde_json::from_slice(&fs::read(&path)?);
                let mut state: Value =
                    state.with_context(|| format!("{} is no JSON", path.display()))?;
                ensure!(
                    state["feed"] == 1 && state["seq"].is_u64(),
                    "{} is no feed",
                    path.display()
                );
                state["rehearsal"] = json!(true);
                state["kept"] = json!(true);
                // As old as when it was recorded, not as long ago.
                state["sent"] = state["at"].clone();
                state["next"] = json!(seconds.clamp(LOOKS[0], LOOKS[1]));
                states.push(state);
            }
        }
        states.sort_by_key(|state| state["seq"].as_u64());
        let first = states
            .first()
            .with_context(|| format!("no live-*.json in {}", folder.display()))?;
        let election = first["election"].as_str().unwrap_or_default().to_owned();
        ensure!(
            states.iter().all(|state| state["election"] == election),
            "{} has states of several elections",
            folder.display()
        );
        Ok(Replay {
            election,
            states: states
                .iter()
                .map(|state| {
                    let seq = state["seq"].as_u64().unwrap_or_default();
                    (seq, state.to_string().into_bytes())
                })
                .collect(),
            every: Duration::from_secs(seconds.max(1)),
            begun: Instant::now(),
        })
    }

    /// The file, where it is the feed or one of its states; else a page with the feed named in it,
    /// where it is one of the election.
    pub fn file(&self, path: &str, file: Option<Vec<u8>>) -> Option<Vec<u8>> {
        if path == FEED {
            return Some(self.state(self.begun.elapsed()).to_vec());
        }
        if let Some(seq) = path.strip_prefix("live-") {
            let seq: u64 = seq.strip_suffix(".json")?.parse().ok()?;
            let mut states = self.states.iter();
            return states.find(|one| one.0 == seq).map(|one| one.1.clone());
        }
        let file = file?;
        match path.ends_with(".html") {
            true => Some(self.named(&String::from_utf8(file).ok()?).into_bytes()),
            false => Some(file),
        }
    }

    fn state(&self, elapsed: Duration) -> &[u8] {
        let place = elapsed.as_secs() / self.every.as_secs();
        let last = self.states.len() - 1;
        &self.states[usize::try_from(place).unwrap_or(last).min(last)].1
    }

    fn named(&self, page: &str) -> String {
        let election = &self.election;
        let element = format!("<seat-calculator election=\"{election}\"");
        let frame = format!(" data-election=\"{election}\"");
        page.replace(&element, &format!("{element} feed=\"/{FEED}\""))
            .replace(&frame, &format!("{frame} data-feed=\"/{FEED}\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Replay {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rehearsal/jharkhand-2024");
        Replay::read(&folder, 60).unwrap()
    }

    /// The figures published on the day, in order, each for as long as was asked.
    #[test]
    fn the_shipped_states_one_after_the_other() {
        let replay = shipped();
        let told = |seconds| {
            let state: Value =
                serde_json::from_slice(replay.state(Duration::from_secs(seconds))).unwrap();
            assert_eq!(
                (&state["rehearsal"], &state["next"]),
                (&json!(true), &json!(60))
            );
            let rows = state["rows"].as_array().unwrap().iter();
            let declared = rows.filter(|row| row[1] == "declared").count();
            (state["at"].as_str().unwrap()[11..16].to_owned(), declared)
        };
        let told = [0, 59, 60, 120, 180, 9_999].map(told);
        let said: Vec<(&str, usize)> = told.iter().map(|(at, n)| (at.as_str(), *n)).collect();
        let end = ("21:06", 81);
        assert_eq!(
            said,
            [
                ("17:23", 41),
                ("17:23", 41),
                ("18:01", 58),
                ("20:13", 78),
                end,
                end
            ]
        );
    }

    #[test]
    fn pages_of_the_election_name_the_feed() {
        let replay = shipped();
        let page = |id: &str| {
            let page =
                format!("<html data-election=\"{id}\"><seat-calculator election=\"{id}\" address>");
            String::from_utf8(replay.file("a.html", Some(page.into_bytes())).unwrap()).unwrap()
        };
        assert_eq!(
            page("jharkhand-2024")
                .matches("feed=\"/live.json\"")
                .count(),
            2
        );
        assert!(!page("jharkhand-2019").contains("feed"));
        assert_eq!(
            replay.file("a.js", Some(b"x".to_vec())),
            Some(b"x".to_vec())
        );
        assert_eq!(replay.file("a.html", None), None);
        assert!(replay.file(FEED, None).is_some());
        let kept = replay.file("live-2.json", None).unwrap();
        assert_eq!(kept, replay.state(Duration::from_secs(60)));
        assert_eq!(replay.file("live-9.json", None), None);
    }

    #[test]
    fn a_folder_without_states_is_named() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let error = Replay::read(&folder, 60).err().unwrap().to_string();
        assert!(error.starts_with("no live-*.json in "), "{error}");
    }
}
