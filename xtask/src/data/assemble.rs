//! From the rows of the CSV files to one election's dataset. Sums are checked on the way: a file that contradicts
//! itself is refused here, before anything is written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::dataset::{
    Alliance, Candidate, Constituency, Dataset, House, Name, Party, Phase, Place, Votes,
};
use super::elections::Election;
use super::palette;
use super::parties::{self, Known};
use super::person::person;
use super::spellings;
use super::tables::{
    self, AllianceRow, CandidateRow, Folder, FullNameRow, GroundRow, PartyNameRow, PersonRow,
    PlaceNameRow, SeatNameRow, SeatRow,
};

/// Makes the dataset of `election` from the CSV files in `folder`.
///
/// # Errors
/// When a file cannot be read, names something another file does not know, or does not add up.
pub fn assemble(election: &Election, folder: Folder<'_>) -> Result<Dataset> {
    let year = election.year;
    let seats: Vec<SeatRow> = tables::rows(folder, &format!("jharkhand_{year}_seats.csv"))?;
    let rows: Vec<CandidateRow> =
        tables::rows(folder, &format!("jharkhand_{year}_candidates.csv"))?;
    let ground: Vec<GroundRow> = tables::rows(folder, "jharkhand_2024_seats.csv")?;
    let seat_names: Vec<SeatNameRow> = tables::rows(folder, "names_hi_constituencies.csv")?;
    let place_names: Vec<PlaceNameRow> = tables::rows(folder, "names_hi_places.csv")?;
    let names = read_names(folder)?;
    let people: Vec<PersonRow> = tables::rows(folder, "people.csv")?;
    let places = Places {
        names: &place_names,
    };

    let constituencies: Vec<Constituency> = seats
        .iter()
        .map(|seat| {
            constituency(election, seat, &rows, &ground, &seat_names, &people)
                .with_context(|| format!("{}, constituency {}", election.id, seat.ac_no))
        })
        .collect::<Result<_>>()?;
    ensure!(
        rows.iter()
            .all(|row| seats.iter().any(|seat| seat.ac_no == row.ac_no)),
        "{}: candidates in a constituency that is none",
        election.id
    );
    let parties = party_list(&rows, &names)?;
    Ok(Dataset {
        id: election.id,
        title: Name::new(election.title.0, election.title.1),
        house: House {
            name: Name::new("Jharkhand Legislative Assembly", "झारखंड विधानसभा"),
            short: Name::new("Jharkhand Assembly", "झारखंड विधानसभा"),
            kicker: election.kicker(),
            note: election.note(),
            result: None,
            seats: constituencies.len(),
            nominated: election.nominated,
        },
        counted: election.counted,
        government: election.government,
        sources: election.sources.to_vec(),
        alliances: alliances(
            election,
            &tables::rows(folder, "alliances.csv")?,
            &names,
            &parties,
        )?,
        parties,
        categories: categories(&places)?,
        divisions: places.list("division", ground.iter().map(|row| row.division.as_str()))?,
        districts: districts(&places, &ground)?,
        parliamentary: parliamentary(&ground, &seats, &seat_names),
        phases: phases(election, &seats)?,
        constituencies,
        facts: election.facts.to_vec(),
        questions: serde_json::from_str(election.questions)
            .with_context(|| format!("the questions of {}", election.id))?,
        presets: serde_json::from_str(election.presets)
            .with_context(|| format!("the presets of {}", election.id))?,
        map: None,
    })
}

fn constituency(
    election: &Election,
    seat: &SeatRow,
    rows: &[CandidateRow],
    ground: &[GroundRow],
    names: &[SeatNameRow],
    people: &[PersonRow],
) -> Result<Constituency> {
    let ground = ground
        .iter()
        .find(|row| row.ac_no == seat.ac_no)
        .context("no such constituency in 2024")?;
    let name = names
        .iter()
        .find(|row| row.ac_no == seat.ac_no)
        .context("no Hindi name")?;
    let ballot: Vec<&CandidateRow> = rows
        .iter()
        .filter(|row| row.ac_no == seat.ac_no && row.is_nota == 0)
        .collect();
    let [nota] = rows
        .iter()
        .filter(|row| row.ac_no == seat.ac_no && row.is_nota == 1)
        .collect::<Vec<_>>()[..]
    else {
        anyhow::bail!("not exactly one line for NOTA");
    };
    let mut candidates = Vec::new();
    for (index, row) in ballot.iter().enumerate() {
        let hi = people
            .iter()
            .find(|known| {
                known.ac_no == row.ac_no && known.candidate.eq_ignore_ascii_case(&row.candidate)
            })
            .map_or("", |known| known.name_hi.as_str());
        candidates.push(Candidate {
            serial: row.serial_no.filter(|serial| *serial != index + 1),
            name: Name::new(&person(&row.candidate), hi),
            party: parties::id(&row.party_code),
            votes: votes(row)?,
        });
    }
    let [winner] = (0..ballot.len())
        .filter(|index| ballot[*index].won == 1)
        .collect::<Vec<_>>()[..]
    else {
        anyhow::bail!("not exactly one winner");
    };
    ensure!(
        ballot
            .iter()
            .all(|row| row.won == 1 || row.votes_total < ballot[winner].votes_total),
        "the winner has not the most votes"
    );
    let nota = votes(nota)?;
    let sum = nota.total() + candidates.iter().map(|c| c.votes.total()).sum::<u64>();
    ensure!(
        sum == seat.counted,
        "{sum} votes in the lines, {} in the total",
        seat.counted
    );
    let mut variants: Vec<String> = spellings::latin(seat.ac_no).collect();
    variants.extend(tables::spellings(&name.variants));
    Ok(Constituency {
        id: seat.ac_no.to_string(),
        name: Name::new(&seat.ac_name, &name.name_hi),
        variants,
        category: seat.category.clone(),
        district: place_id(&seat.district),
        parliamentary: ground.pc_no.to_string(),
        phase: seat
            .phase
            .clone()
            .filter(|phase| !phase.is_empty() && !election.phases.is_empty()),
        electors: seat.electors,
        turnout: tables::hundredths(&seat.turnout)?,
        winner: candidates[winner].serial.unwrap_or(winner + 1),
        status: None,
        counted: election.counts_published.then_some(seat.counted),
        nota: Some(nota),
        candidates,
    })
}

fn votes(row: &CandidateRow) -> Result<Votes> {
    let votes = match (row.votes_evm, row.votes_postal) {
        (Some(evm), Some(postal)) => Votes::Apart([evm, postal]),
        (None, None) => Votes::Total(row.votes_total),
        _ => anyhow::bail!("{}: EVM and postal votes go together", row.candidate),
    };
    ensure!(
        votes.total() == u64::from(row.votes_total),
        "{}: EVM and postal votes are not the total",
        row.candidate
    );
    Ok(votes)
}

/// Parties by seats, then votes, then id; independents last.
///
/// # Errors
/// When two codes would share an id.
pub fn party_list(rows: &[CandidateRow], names: &PartyNames) -> Result<Vec<Party>> {
    let mut tally: BTreeMap<String, (u32, u64, &CandidateRow)> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_nota == 0) {
        let line = tally
            .entry(parties::id(&row.party_code))
            .or_insert((0, 0, row));
        ensure!(
            line.2.party_code == row.party_code,
            "{} and {} would share an id",
            line.2.party_code,
            row.party_code
        );
        line.0 += u32::from(row.won);
        line.1 += u64::from(row.votes_total);
    }
    let mut order: Vec<(String, (u32, u64, &CandidateRow))> = tally.into_iter().collect();
    order.sort_by_key(|(id, (seats, votes, _))| (id == "IND", Reverse((*seats, *votes))));
    let colours = palette::colours(order.iter().map(|(id, line)| (id.as_str(), line.0 > 0)));
    Ok(order
        .iter()
        .zip(colours)
        .map(|((id, (_, _, row)), colour)| names.party(id, row, colour))
        .collect())
}

/// Reads the names of parties.
///
/// # Errors
/// When a file cannot be read.
pub fn read_names(folder: Folder<'_>) -> Result<PartyNames> {
    Ok(PartyNames {
        hindi: tables::rows(folder, "names_hi_parties.csv")?,
        english: tables::rows(folder, "jharkhand_2024_parties.csv")?,
    })
}

/// The names the CSV files know of parties and alliances.
pub struct PartyNames {
    hindi: Vec<PartyNameRow>,
    english: Vec<FullNameRow>,
}

impl PartyNames {
    fn hindi(&self, code: &str) -> Option<&PartyNameRow> {
        self.hindi.iter().find(|row| row.party_code == code)
    }

    fn party(&self, id: &str, row: &CandidateRow, colour: &'static str) -> Party {
        let hindi = self.hindi(id);
        let english = self
            .english
            .iter()
            .find(|full| full.party_code == id)
            .map(|full| full.party.as_str())
            .or(hindi.map(|hindi| hindi.name_en.as_str()));
        let known = Known {
            code: id,
            printed: english.unwrap_or(&row.party),
            hi: hindi.map_or("", |hindi| &hindi.name_hi),
            short_hi: hindi.map_or("", |hindi| &hindi.short_hi),
        };
        Party {
            id: id.to_owned(),
            name: known.name(),
            short: known.short(),
            colour,
            variants: hindi.map_or_else(Vec::new, |hindi| tables::spellings(&hindi.variants)),
        }
    }
}

fn alliances(
    election: &Election,
    rows: &[AllianceRow],
    names: &PartyNames,
    parties: &[Party],
) -> Result<Vec<Alliance>> {
    let mut found: Vec<Alliance> = Vec::new();
    for row in rows.iter().filter(|row| row.election == election.id) {
        ensure!(
            parties.iter().any(|party| party.id == row.party_code),
            "{}: {} of {} stood nowhere",
            election.id,
            row.party_code,
            row.alliance
        );
        if let Some(known) = found
            .iter_mut()
            .find(|alliance| alliance.id == row.alliance)
        {
            known.parties.push(row.party_code.clone());
            continue;
        }
        let hindi = names
            .hindi(&row.alliance)
            .filter(|hindi| hindi.kind == "alliance");
        let name = hindi.map_or_else(
            || Name::new(&row.name_en, &row.name_hi),
            |hindi| Name::new(&hindi.name_en, &hindi.name_hi),
        );
        // The press prints this one's name in full; the others go by their ids.
        let short = match row.alliance.as_str() {
            "MGB" => row.name_en.as_str(),
            id => id,
        };
        found.push(Alliance {
            id: row.alliance.clone(),
            name,
            short: Some(Name::new(short, hindi.map_or("", |hindi| &hindi.short_hi))),
            parties: vec![row.party_code.clone()],
            source: row.source.clone(),
            variants: hindi.map_or_else(Vec::new, |hindi| tables::spellings(&hindi.variants)),
        });
    }
    Ok(found)
}

/// The names the CSV files know of places.
struct Places<'a> {
    names: &'a [PlaceNameRow],
}

impl Places<'_> {
    fn row(&self, kind: &str, name: &str) -> Result<&PlaceNameRow> {
        self.names
            .iter()
            .find(|row| row.kind == kind && row.name_en == name)
            .with_context(|| format!("no Hindi name for the {kind} {name}"))
    }

    fn place(&self, kind: &str, name: &str) -> Result<Place> {
        let row = self.row(kind, name)?;
        Ok(Place {
            id: place_id(name),
            name: Name::new(name, &row.name_hi),
            short: None,
            division: None,
            variants: tables::spellings(&row.variants),
        })
    }

    /// The places of a kind, each once, by name.
    fn list<'n>(&self, kind: &str, names: impl Iterator<Item = &'n str>) -> Result<Vec<Place>> {
        let names: BTreeSet<&str> = names.collect();
        names
            .into_iter()
            .map(|name| self.place(kind, name))
            .collect()
    }
}

/// "East Singhbhum" is EastSinghbhum.
fn place_id(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn categories(places: &Places<'_>) -> Result<Vec<Place>> {
    [
        ("GEN", "General"),
        ("SC", "Scheduled Caste"),
        ("ST", "Scheduled Tribe"),
    ]
    .into_iter()
    .map(|(id, name)| {
        let row = places.row("category", id)?;
        Ok(Place {
            name: Name::new(name, &row.name_hi),
            short: (!row.short_hi.is_empty()).then(|| Name::new(id, &row.short_hi)),
            ..places.place("category", id)?
        })
    })
    .collect()
}

fn districts(places: &Places<'_>, ground: &[GroundRow]) -> Result<Vec<Place>> {
    let mut list = places.list("district", ground.iter().map(|row| row.district.as_str()))?;
    for place in &mut list {
        let divisions: BTreeSet<&str> = ground
            .iter()
            .filter(|row| place_id(&row.district) == place.id)
            .map(|row| row.division.as_str())
            .collect();
        ensure!(divisions.len() == 1, "{} lies in {divisions:?}", place.id);
        place.division = divisions.first().map(|name| place_id(name));
    }
    Ok(list)
}

/// Parliamentary seats by number. They bear the names of towns that are constituencies too, mostly, and share their
/// Hindi names.
fn parliamentary(ground: &[GroundRow], seats: &[SeatRow], hindi: &[SeatNameRow]) -> Vec<Place> {
    let seats_of: BTreeMap<u32, &str> = ground
        .iter()
        .map(|row| (row.pc_no, row.pc_name.as_str()))
        .collect();
    seats_of
        .into_iter()
        .map(|(number, name)| {
            let town = seats
                .iter()
                .find(|seat| seat.ac_name == name)
                .and_then(|seat| hindi.iter().find(|row| row.ac_no == seat.ac_no));
            let hi = town.map_or_else(
                || spellings::parliamentary_hi(name),
                |town| town.name_hi.as_str(),
            );
            Place {
                id: number.to_string(),
                name: Name::new(name, hi),
                short: None,
                division: None,
                variants: Vec::new(),
            }
        })
        .collect()
}

fn phases(election: &Election, seats: &[SeatRow]) -> Result<Vec<Phase>> {
    for seat in seats.iter().filter(|_| !election.phases.is_empty()) {
        let known = election
            .phases
            .iter()
            .find(|(id, _)| Some(*id) == seat.phase.as_deref())
            .with_context(|| format!("{}: no phase {:?}", election.id, seat.phase))?;
        ensure!(
            seat.poll_date.as_deref().is_none_or(|day| day == known.1),
            "{}: constituency {} polled on another day than its phase",
            election.id,
            seat.ac_no
        );
    }
    Ok(election
        .phases
        .iter()
        .map(|(id, polled)| Phase {
            id: (*id).to_owned(),
            polled: (*polled).to_owned(),
        })
        .collect())
}
