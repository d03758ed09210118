//! Other votes opened as results of the house of 2024: how its 81 constituencies voted for the Lok Sabha in June 2024, and
//! the count of 23 November as it stood at three moments.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::assemble::{assemble, party_list, read_names};
use super::dataset::{
    Alliance, Candidate, Constituency, Dataset, Kind, Name, Party, Source, Votes,
};
use super::elections::ELECTIONS;
use super::parties;
use super::person::person;
use super::tables::{self, CandidateRow, Folder};

/// Who stood in Giridih as an independent and led in two of its segments: one candidate, so one side here, though
/// independents are otherwise no party.
const JAIRAM: (&str, &str) = ("JAIRAM", "JAIRAM KUMAR MAHATO");

/// What the file of segments calls parties that other files name otherwise.
const SEGMENT_CODES: [(&str, &str); 3] = [
    ("AJSUP", "AJSU"),
    ("CPI(ML)(L)", "CPIML"),
    ("SUCI", "SUCIC"),
];

/// A moment of the count.
pub struct Moment {
    /// Id of the file.
    pub id: &'static str,
    /// As the CSV files have it: when the figures were stored, some minutes after they were read.
    pub time: &'static str,
    /// Hour and minute.
    pub clock: &'static str,
}

/// The moments that ship: later ones differ from the final result in nothing.
pub const MOMENTS: [Moment; 3] = [
    Moment {
        id: "jharkhand-2024-1723",
        time: "2024-11-23T17:23:04+05:30",
        clock: "17:23",
    },
    Moment {
        id: "jharkhand-2024-1801",
        time: "2024-11-23T18:01:53+05:30",
        clock: "18:01",
    },
    Moment {
        id: "jharkhand-2024-2013",
        time: "2024-11-23T20:13:30+05:30",
        clock: "20:13",
    },
];

/// The segments' id, as `alliances.csv` has it.
pub const SEGMENTS: &str = "lok-sabha-2024-jharkhand";

#[derive(Deserialize)]
struct SnapshotRow {
    #[serde(rename = "snapshot_commit_time_ist")]
    time: String,
    ac_no: u32,
    serial_no: usize,
    party_code: String,
    votes_evm: u32,
    votes_postal: u32,
}

#[derive(Deserialize)]
struct LeaderRow {
    #[serde(rename = "snapshot_commit_time_ist")]
    time: String,
    ac_no: u32,
    leader_party: String,
    lead: u64,
    equals_final: u8,
}

#[derive(Deserialize)]
struct SegmentRow {
    ac_no: u32,
    candidate: String,
    party_source: String,
    votes_in_segment: u32,
}

/// The count as it stood at a moment. A constituency whose every figure already was the final one is shown as won, the
/// others as led: the Commission's own word for them was not recorded.
///
/// # Errors
/// When the files do not fit each other.
pub fn moment(moment: &Moment, folder: Folder<'_>) -> Result<Dataset> {
    let last = &ELECTIONS[0];
    let mut dataset = assemble(last, folder)?;
    let rows: Vec<SnapshotRow> = tables::rows(folder, "jharkhand_2024_snapshots.csv")?;
    let leaders: Vec<LeaderRow> = tables::rows(folder, "jharkhand_2024_snapshot_leaders.csv")?;
    for seat in &mut dataset.constituencies {
        at(moment, seat, &rows, &leaders)
            .with_context(|| format!("{}, constituency {}", moment.id, seat.id))?;
    }
    let clock = moment.clock;
    dataset.id = moment.id;
    dataset.title = Name::new(
        &format!("Jharkhand Assembly election, the count at {clock} on 23 November 2024"),
        &format!("झारखंड विधानसभा चुनाव, 23 नवंबर 2024 की मतगणना {clock} बजे"),
    );
    dataset.house.kicker = Name::new(
        &format!("Jharkhand Assembly · the count at {clock}, 23 Nov 2024"),
        &format!("झारखंड विधानसभा · मतगणना {clock} बजे, 23 नवंबर 2024"),
    );
    dataset.house.note = Some(Name::new(
        "Shown as won where every figure already was the final one, as leading elsewhere: the Election Commission’s own status was not recorded.",
        "जहां हर आंकड़ा अंतिम हो चुका था वहां जीत, बाकी जगह बढ़त दिखाई गई है: निर्वाचन आयोग की अपनी स्थिति दर्ज नहीं हुई थी।",
    ));
    dataset.house.result = Some(Kind::Count { at: clock });
    let results = dataset
        .sources
        .iter_mut()
        .find(|source| source.id == "results");
    let results = results.context("no source of the results")?;
    results.as_of = moment.time;
    results.note = "As stored by github.com/thecont1/india-votes-data (MIT licence) at this time; the pages were read some minutes before.";
    dataset.questions = Vec::new();
    dataset.facts = Vec::new();
    Ok(dataset)
}

fn at(
    moment: &Moment,
    seat: &mut Constituency,
    rows: &[SnapshotRow],
    leaders: &[LeaderRow],
) -> Result<()> {
    let number: u32 = seat.id.parse()?;
    let mine = |row: &&SnapshotRow| row.time == moment.time && row.ac_no == number;
    let here: BTreeMap<usize, &SnapshotRow> = rows
        .iter()
        .filter(mine)
        .map(|row| (row.serial_no, row))
        .collect();
    ensure!(
        here.len() == seat.candidates.len() + 1,
        "{} lines for {} candidates and NOTA",
        here.len(),
        seat.candidates.len()
    );
    let leader = leaders
        .iter()
        .find(|row| row.time == moment.time && row.ac_no == number)
        .context("no leader")?;
    let final_votes: Vec<u64> = seat
        .candidates
        .iter()
        .map(|line| line.votes.total())
        .collect();
    for (place, line) in seat.candidates.iter_mut().enumerate() {
        let row = here[&line.serial.unwrap_or(place + 1)];
        ensure!(
            parties::id(&row.party_code) == line.party,
            "{} is not {}",
            row.party_code,
            line.party
        );
        line.votes = Votes::Apart([row.votes_evm, row.votes_postal]);
    }
    let nota = here
        .values()
        .find(|row| row.party_code == "NOTA")
        .context("no NOTA")?;
    let nota = Votes::Apart([nota.votes_evm, nota.votes_postal]);
    let complete = seat.nota.map(Votes::total) == Some(nota.total())
        && seat
            .candidates
            .iter()
            .map(|line| line.votes.total())
            .eq(final_votes);
    ensure!(
        complete == (leader.equals_final == 1),
        "not as final as it says"
    );
    seat.nota = Some(nota);
    let (winner, lead) = first(&seat.candidates)?;
    ensure!(
        seat.candidates[winner].party == parties::id(&leader.leader_party),
        "another leads"
    );
    ensure!(
        lead == leader.lead,
        "a lead of {lead}, not of {}",
        leader.lead
    );
    seat.winner = seat.candidates[winner].serial.unwrap_or(winner + 1);
    seat.status = (!complete).then_some("leading");
    Ok(())
}

/// Place and lead of the candidate with most votes.
fn first(candidates: &[Candidate]) -> Result<(usize, u64)> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(candidates[*place].votes.total()));
    let [first, second, ..] = order[..] else {
        anyhow::bail!("nobody to lead over");
    };
    let lead = candidates[first].votes.total() - candidates[second].votes.total();
    ensure!(lead > 0, "nobody leads");
    Ok((first, lead))
}

/// The Lok Sabha vote of June 2024 by segment, each read as a seat won by who led there.
///
/// # Errors
/// When the files do not fit each other.
pub fn segments(folder: Folder<'_>) -> Result<Dataset> {
    let mut dataset = assemble(&ELECTIONS[0], folder)?;
    let rows: Vec<SegmentRow> = tables::rows(folder, "jharkhand_ls2024_ac_segments.csv")?;
    let mut lines = Vec::new();
    for seat in &mut dataset.constituencies {
        let number: u32 = seat.id.parse()?;
        let here = rows.iter().filter(|row| row.ac_no == number);
        seat.candidates = here
            .map(|row| Candidate {
                serial: None,
                name: Name::new(&person(&row.candidate), ""),
                party: code(row),
                votes: Votes::Total(row.votes_in_segment),
            })
            .collect();
        let (winner, _) =
            first(&seat.candidates).with_context(|| format!("{SEGMENTS}, segment {}", seat.id))?;
        seat.winner = winner + 1;
        seat.nota = None;
        seat.phase = None;
        seat.electors = None;
        seat.turnout = None;
        lines.extend(
            seat.candidates
                .iter()
                .enumerate()
                .map(|(place, line)| CandidateRow {
                    ac_no: number,
                    serial_no: None,
                    candidate: String::new(),
                    party_code: line.party.clone(),
                    party: line.party.clone(),
                    votes_evm: None,
                    votes_postal: None,
                    votes_total: u32::try_from(line.votes.total()).unwrap_or(u32::MAX),
                    won: u8::from(place == winner),
                    is_nota: 0,
                }),
        );
    }
    dataset.parties = party_list(&lines, &read_names(folder)?)?;
    for party in dataset
        .parties
        .iter_mut()
        .filter(|party| party.id == JAIRAM.0)
    {
        *party = Party {
            id: party.id.clone(),
            name: Name::new("Jairam Kumar Mahato (independent)", ""),
            short: Some(Name::new("Jairam Mahato", "")),
            colour: "#e44073",
            variants: Vec::new(),
        };
    }
    let stood = |id: &String| dataset.parties.iter().any(|party| party.id == *id);
    let table: Vec<tables::AllianceRow> = tables::rows(folder, "alliances.csv")?;
    for alliance in &mut dataset.alliances {
        let mine =
            |row: &&tables::AllianceRow| row.election == SEGMENTS && row.alliance == alliance.id;
        let parties: Vec<String> = table
            .iter()
            .filter(mine)
            .map(|row| row.party_code.clone())
            .collect();
        ensure!(
            !parties.is_empty() && parties.iter().all(stood),
            "{SEGMENTS}: who is {}?",
            alliance.id
        );
        *alliance = Alliance {
            id: alliance.id.clone(),
            name: alliance.name.clone(),
            short: alliance.short.clone(),
            parties,
            source: "one candidate of each side in each of the 14 Lok Sabha seats".to_owned(),
            variants: alliance.variants.clone(),
        };
    }
    dataset.id = SEGMENTS;
    dataset.title = Name::new(
        "Jharkhand’s Lok Sabha vote of June 2024, by Assembly segment",
        "जून 2024 का लोकसभा मतदान, झारखंड की विधानसभा सीटों के हिसाब से",
    );
    dataset.house.kicker = Name::new(
        "Jharkhand · Lok Sabha vote, June 2024, by Assembly segment",
        "झारखंड · लोकसभा मतदान, जून 2024, विधानसभा सीटों के हिसाब से",
    );
    dataset.house.note = Some(Name::new(
        "Who led in each segment, read as if it had been an Assembly seat: nobody was elected to these. EVM votes only; NOTA and postal votes by segment are not known.",
        "हर क्षेत्र में कौन आगे था, मानो वह विधानसभा सीट हो: यहां कोई चुना नहीं गया था। सिर्फ ईवीएम के वोट; नोटा और डाक वोट क्षेत्रवार नहीं मिलते।",
    ));
    dataset.house.result = Some(Kind::Led);
    dataset.counted = "2024-06-04";
    dataset.government = None;
    dataset.phases = Vec::new();
    dataset.questions = Vec::new();
    dataset.facts = Vec::new();
    dataset.presets = Vec::new();
    let kept = |source: &&Source| ["places", "hindi", "colours"].contains(&source.id);
    let mut sources = vec![
        Source {
            id: "results",
            name: "Lok Sabha results by Assembly segment, Jharkhand, June 2024",
            publisher: "Election Commission of India",
            url: "https://github.com/ElectionLens/ElectionLens",
            as_of: "2026-01-24",
            note: "As collected by ElectionLens (MIT licence), EVM votes. Their sums are the candidates’ EVM votes for 242 of 244 candidates; two in Chatra differ by 3 and 4 votes.",
            blocks: &["candidates", "votes", "parties"],
        },
        Source {
            id: "alliances",
            name: "The candidates themselves: one of each side in each of the 14 seats",
            publisher: "",
            url: "",
            as_of: "2024-06-04",
            note: "Jairam Kumar Mahato stood in Giridih as an independent; he won Dumri for the JLKM in November. Categories as in November 2024.",
            blocks: &["alliances", "categories"],
        },
    ];
    sources.extend(dataset.sources.iter().filter(kept).copied());
    dataset.sources = sources;
    Ok(dataset)
}

fn code(row: &SegmentRow) -> String {
    if row.candidate == JAIRAM.1 {
        return JAIRAM.0.to_owned();
    }
    let same = SEGMENT_CODES
        .iter()
        .find(|(there, _)| *there == row.party_source);
    same.map_or_else(
        || parties::id(&row.party_source),
        |(_, here)| (*here).to_owned(),
    )
}
