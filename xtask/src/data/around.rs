//! What is known around an election: earlier ones to compare with, exit polls, the day of counting, people, figures that
//! differ. `www/data/<election>.facts.json`, one line for each entry.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dataset::{Dataset, Name};
use super::elections::Election;
use super::person::person;
use super::readings::SEGMENTS;
use super::said::said;
use super::tables::{self, Folder};

/// An election to compare with.
#[derive(Serialize)]
struct Earlier {
    election: &'static str,
    successors: Vec<Successor>,
    /// What became of parties nobody follows.
    notes: Vec<Successor>,
}

/// What became of a party, from when, by whom it is said.
#[derive(Serialize, Clone)]
struct Successor {
    then: String,
    now: String,
    when: String,
    note: Name,
    source: String,
}

#[derive(Deserialize)]
struct SuccessorRow {
    party_code: String,
    successor: String,
    when: String,
    note: String,
    source: String,
}

#[derive(Deserialize)]
struct PollRow {
    pollster: String,
    nda_low: u32,
    nda_high: u32,
    india_low: u32,
    india_high: u32,
    others_low: u32,
    others_high: u32,
    nda_point: Option<u32>,
    india_point: Option<u32>,
    others_point: Option<u32>,
    published: String,
    sources: String,
    note: String,
}

/// One poll: ranges as [lowest, highest] of the sides in order, then of the others.
#[derive(Serialize)]
struct Poll {
    pollster: String,
    published: String,
    ranges: [[u32; 2]; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<[u32; 3]>,
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Name>,
}

#[derive(Deserialize)]
struct TallyRow {
    time_ist: String,
    time_basis: String,
    source_basis: String,
    india_won: Option<u32>,
    india_leading: Option<u32>,
    india_total: Option<u32>,
    nda_won: Option<u32>,
    nda_leading: Option<u32>,
    nda_total: Option<u32>,
    others_total: Option<u32>,
    source: String,
    note: String,
}

/// One tally of the day. `kind` is `media` for trends of television and news, `eci` for figures of the Commission, as
/// somebody printed them. Seats are [won, leading, together]; what was not printed is null.
#[derive(Serialize)]
struct Tally {
    kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    time: String,
    basis: Name,
    by: Name,
    seats: BTreeMap<&'static str, [Option<u32>; 3]>,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Name>,
}

#[derive(Deserialize)]
struct PersonRow {
    ac_no: u32,
    candidate: String,
    party_code: String,
    role: String,
    source_article: String,
}

/// Somebody the reports of the day spoke of: where, which line of the ballot, the role in a report's words, the reports.
#[derive(Serialize)]
struct Person {
    constituency: String,
    candidate: usize,
    role: Name,
    sources: Vec<String>,
}

/// The facts around an election, as text; nothing where it has none.
///
/// # Errors
/// When a file contradicts itself or the election's own.
pub fn around(
    election: &Election,
    dataset: &Dataset,
    folder: Folder<'_>,
) -> Result<Option<String>> {
    let mut parts = Vec::new();
    for &member in election.facts {
        parts.push(match member {
            "earlier" => list(member, &earlier(election, folder)?)?,
            "polls" => {
                let last = election.phases.last().context("no day of polling")?;
                let polls = list(member, &polls(folder)?)?;
                let not_before = format!("{}T24:00:00+05:30", last.1);
                format!("\"polls\":{{\"not_before\":\"{not_before}\",\"sides\":[\"INDIA\",\"NDA\"],{polls}}}")
            }
            "day" => list(member, &day(folder)?)?,
            "people" => list(member, &people(dataset, folder)?)?,
            "questions" => written(member, include_str!("jharkhand-2024.cards.json"))?,
            _ => written(member, include_str!("jharkhand-2024.published.json"))?,
        });
    }
    Ok((!parts.is_empty()).then(|| format!("{{\n{}\n}}\n", parts.join(",\n"))))
}

/// What an editor wrote by hand.
fn written(key: &str, text: &str) -> Result<String> {
    list(key, &serde_json::from_str::<Vec<Value>>(text)?)
}

fn list<T: Serialize>(key: &str, items: &[T]) -> Result<String> {
    let lines: Vec<String> = items
        .iter()
        .map(serde_json::to_string)
        .collect::<serde_json::Result<_>>()?;
    Ok(format!("\"{key}\":[\n{}\n]", lines.join(",\n")))
}

/// The elections before this one, the latest first. A successor counts where the party went between the two; one that is
/// disputed or unconfirmed is a note.
fn earlier(election: &Election, folder: Folder<'_>) -> Result<Vec<Earlier>> {
    let rows: Vec<SuccessorRow> = tables::rows(folder, "party_successors.csv")?;
    let before = [
        (SEGMENTS, "2024-06-04"),
        ("jharkhand-2019", "2019-12-23"),
        ("jharkhand-2014", "2014-12-23"),
    ];
    before
        .iter()
        .filter(|(_, counted)| *counted < election.counted)
        .map(|(id, counted)| {
            let all = rows.iter().filter(|row| {
                row.when.as_str() > &counted[..row.when.len()]
                    && row.when.as_str() <= &election.counted[..row.when.len()]
                    // Of the vote by segment no party that went since stood.
                    && *id != SEGMENTS
                    // What nobody has published is not printed.
                    && !row.source.starts_with("general knowledge")
            });
            let found: Vec<Successor> = all
                .map(|row| Successor {
                    then: row.party_code.clone(),
                    now: row.successor.clone(),
                    when: row.when.clone(),
                    note: said(&printed(&row.note)),
                    source: row.source.clone(),
                })
                .collect();
            let doubtful = |one: &&Successor| one.note.english().contains("disputed");
            Ok(Earlier {
                election: id,
                successors: found.iter().filter(|one| !doubtful(one)).cloned().collect(),
                notes: found.iter().filter(doubtful).cloned().collect(),
            })
        })
        .collect()
}

/// A note without the party's name before it and the advice to editors after it.
fn printed(note: &str) -> String {
    let note = note.split_once("): ").map_or(note, |(_, rest)| rest);
    note.split("; for held").next().unwrap_or(note).to_owned()
}

fn note(text: &str) -> Option<Name> {
    (!text.is_empty()).then(|| said(text))
}

fn polls(folder: Folder<'_>) -> Result<Vec<Poll>> {
    let rows: Vec<PollRow> = tables::rows(folder, "jharkhand_2024_exit_polls.csv")?;
    rows.into_iter()
        .map(|row| {
            let ranges = [
                [row.india_low, row.india_high],
                [row.nda_low, row.nda_high],
                [row.others_low, row.others_high],
            ];
            ensure!(
                ranges.iter().all(|[low, high]| low <= high),
                "{}: a range upside down",
                row.pollster
            );
            Ok(Poll {
                point: match (row.nda_point, row.india_point, row.others_point) {
                    (Some(nda), Some(india), Some(others)) => Some([india, nda, others]),
                    _ => None,
                },
                sources: parts(&row.sources, '|'),
                pollster: row.pollster,
                published: row.published,
                ranges,
                note: note(&row.note),
            })
        })
        .collect()
}

fn parts(cell: &str, between: char) -> Vec<String> {
    cell.split(between)
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn day(folder: Folder<'_>) -> Result<Vec<Tally>> {
    let rows: Vec<TallyRow> = tables::rows(folder, "jharkhand_2024_counting_day_tallies.csv")?;
    rows.into_iter()
        .map(|row| {
            let mut seats = BTreeMap::new();
            for (side, won, leading, total) in [
                ("INDIA", row.india_won, row.india_leading, row.india_total),
                ("NDA", row.nda_won, row.nda_leading, row.nda_total),
                ("", None, None, row.others_total),
            ] {
                if let (Some(won), Some(leading), Some(total)) = (won, leading, total) {
                    ensure!(
                        won + leading == total,
                        "{}: {won} and {leading} are not {total}",
                        row.source
                    );
                }
                seats.insert(side, [won, leading, total]);
            }
            Ok(Tally {
                kind: if row.source_basis.starts_with("ECI") {
                    "eci"
                } else {
                    "media"
                },
                time: row.time_ist,
                basis: said(&row.time_basis),
                by: said(&row.source_basis),
                seats,
                source: row.source,
                note: note(&row.note),
            })
        })
        .collect()
}

/// Each once, with the first role a report gives and the reports that give this one.
fn people(dataset: &Dataset, folder: Folder<'_>) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = tables::rows(folder, "people.csv")?;
    let mut found: Vec<Person> = Vec::new();
    for row in &rows {
        let id = row.ac_no.to_string();
        let seat = dataset.constituencies.iter().find(|seat| seat.id == id);
        let seat = seat.with_context(|| format!("no constituency {id}"))?;
        let name = person(&row.candidate);
        let place = seat
            .candidates
            .iter()
            .position(|line| line.name.english() == name && line.party == row.party_code);
        let place = place.with_context(|| format!("{name} did not stand in {id}"))?;
        let candidate = seat.candidates[place].serial.unwrap_or(place + 1);
        match found
            .iter_mut()
            .find(|one| one.constituency == id && one.candidate == candidate)
        {
            None => found.push(Person {
                constituency: id,
                candidate,
                role: said(&row.role),
                sources: vec![row.source_article.clone()],
            }),
            Some(known) if known.role == said(&row.role) => {
                known.sources.push(row.source_article.clone())
            }
            Some(_) => {}
        }
    }
    Ok(found)
}
