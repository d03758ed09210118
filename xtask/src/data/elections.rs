//! What is particular to each election the project ships: its titles, days, sources, questions.

use super::dataset::{Dataset, Name, Nominated, Source};

/// An election to make a file of.
pub struct Election {
    /// Stands in links, and names the file.
    pub id: &'static str,
    /// The year in the names of its CSV files.
    pub year: &'static str,
    /// English, Hindi.
    pub title: (&'static str, &'static str),
    /// The small line over the verdict: English, Hindi.
    pub kicker: (&'static str, &'static str),
    /// What stands under the declared verdict: English, Hindi; empty for nothing.
    pub note: (&'static str, &'static str),
    /// Day of counting.
    pub counted: &'static str,
    /// Who governed when the file was made, where that is not simply who has the majority.
    pub government: Option<&'static str>,
    /// Members the Governor named.
    pub nominated: Option<Nominated>,
    /// Phase and day of polling; empty where no source says which constituency polled when.
    pub phases: &'static [(&'static str, &'static str)],
    /// Whether the source says how many votes were counted, apart from each candidate's; the total of 2024 is a sum
    /// of ours, which would prove nothing.
    pub counts_published: bool,
    /// Where its parts come from.
    pub sources: &'static [Source],
    /// The members of the file of facts around it.
    pub facts: &'static [&'static str],
    /// The question cards, written by hand beside this file.
    pub questions: &'static str,
    /// Ready-made groupings as JSON: `{id, name, edits}`.
    pub presets: &'static str,
    /// Whether its constituencies are those of [`JHARKHAND`].
    pub map: bool,
}

/// A map that several elections may share.
pub struct Map {
    /// Names its file, `<id>.map.json`.
    pub id: &'static str,
    /// The GeoJSON file it is made of.
    pub file: &'static str,
    /// Where that comes from.
    pub source: Source,
}

impl Map {
    /// Name of the map file beside the data files.
    pub fn name(&self) -> String {
        format!("{}.map.json", self.id)
    }
}

/// No boundary changed between 2014 and 2024.
pub const JHARKHAND: Map = Map {
    id: "jharkhand",
    file: "jharkhand_ac.geojson",
    source: Source {
        id: "map",
        name: "Constituency boundaries of Jharkhand",
        publisher: "Hindustan Times Labs",
        url: "https://github.com/HindustanTimesLabs/shapefiles",
        as_of: "2026-11-21",
        note: "Boundaries of 1976, in force in 2024 (MIT licence); simplified, good for a picture and not for finding a village.",
        blocks: &["map", "tiles"],
    },
};

impl Election {
    /// The house, as the small line over the verdict names it.
    pub fn kicker(&self) -> Name {
        Name::new(self.kicker.0, self.kicker.1)
    }

    /// What stands under the declared verdict.
    pub fn note(&self) -> Option<Name> {
        (!self.note.0.is_empty()).then(|| Name::new(self.note.0, self.note.1))
    }

    /// The file name of its page: the latest election's is the one a visitor comes to first.
    pub fn page(&self) -> String {
        match self.id {
            id if id == ELECTIONS[0].id => "index.html".to_owned(),
            id => format!("{id}.html"),
        }
    }
}

/// The house of 2014 and of 2019: 81 elected members and one of the Anglo-Indian community.
const ONE_NOMINATED: Option<Nominated> = Some(Nominated {
    members: 1,
    effective: true,
    voting: true,
});

const PLACES: Source = Source {
    id: "places",
    name: "Districts, divisions and parliamentary seats of the constituencies",
    publisher: "",
    url: "https://github.com/HindustanTimesLabs/shapefiles",
    as_of: "2026-11-21",
    note: "Parliamentary seats from the geometry named here (MIT licence), districts and divisions as they are today, from two public lists that differ in Barkagaon only (here Ramgarh). No boundary changed between 2014 and 2024.",
    blocks: &["districts", "divisions", "parliamentary"],
};

const HINDI: Source = Source {
    id: "hindi",
    name: "Hindi names and spellings",
    publisher: "",
    url: "",
    as_of: "2026-11-21",
    note: "Official pages for 16 constituencies, else the spelling most of the press prints. Where no Hindi name is known the Latin one stands.",
    blocks: &["names.hi", "variants"],
};

const COLOURS: Source = Source {
    id: "colours",
    name: "Colours chosen by this project",
    publisher: "",
    url: "",
    as_of: "2026-11-22",
    note: "Near those common charts give, moved so that parties with seats can be told apart by every eye.",
    blocks: &["colours"],
};

const ELECTION_LENS: &str = "https://github.com/ElectionLens/ElectionLens";

/// All of them, the latest first.
pub const ELECTIONS: [Election; 3] = [
    Election {
        id: "jharkhand-2024",
        year: "2024",
        title: (
            "Jharkhand Assembly election, November 2024",
            "झारखंड विधानसभा चुनाव, नवंबर 2024",
        ),
        kicker: (
            "Jharkhand Assembly · elected Nov 2024",
            "झारखंड विधानसभा · चुनाव नवंबर 2024",
        ),
        note: (
            "As elected, November 2024. Later by-elections and defections are not included.",
            "नवंबर 2024 में जैसे चुने गए। बाद के उपचुनाव और दल-बदल शामिल नहीं।",
        ),
        counted: "2024-11-23",
        government: Some("INDIA"),
        nominated: None,
        phases: &[("1", "2024-11-13"), ("2", "2024-11-20")],
        counts_published: false,
        sources: &[
            Source {
                id: "results",
                name: "Results by constituency, Jharkhand, November 2024",
                publisher: "Election Commission of India",
                url: "https://results.eci.gov.in/ResultAcGenNov2024/",
                as_of: "2024-11-23T21:06:39+05:30",
                note: "As collected by github.com/thecont1/india-votes-data (MIT licence); all 81 counts were final.",
                blocks: &["candidates", "votes", "nota", "parties"],
            },
            Source {
                id: "report",
                name: "Statistical Report, Jharkhand 2024",
                publisher: "Election Commission of India",
                url: "",
                as_of: "2026-11-21",
                note: "Read from a copy without a licence, figures only, and checked against the votes of each constituency.",
                blocks: &["categories", "electors", "turnout", "phases"],
            },
            PLACES,
            Source {
                id: "alliances",
                name: "Agency reports of the result (PTI, ANI)",
                publisher: "",
                url: "",
                as_of: "2024-11-23",
                note: "",
                blocks: &["alliances", "government"],
            },
            HINDI,
            COLOURS,
        ],
        facts: &[
            "earlier",
            "polls",
            "day",
            "people",
            "published",
            "questions",
        ],
        questions: include_str!("jharkhand-2024.questions.json"),
        presets: include_str!("jharkhand-2024.presets.json"),
        map: true,
    },
    Election {
        id: "jharkhand-2019",
        year: "2019",
        title: (
            "Jharkhand Assembly election, December 2019",
            "झारखंड विधानसभा चुनाव, दिसंबर 2019",
        ),
        kicker: (
            "Jharkhand Assembly · elected Dec 2019",
            "झारखंड विधानसभा · चुनाव दिसंबर 2019",
        ),
        note: (
            "As elected, December 2019. Later by-elections and defections are not included.",
            "दिसंबर 2019 में जैसे चुने गए। बाद के उपचुनाव और दल-बदल शामिल नहीं।",
        ),
        counted: "2019-12-23",
        government: None,
        nominated: ONE_NOMINATED,
        phases: &[
            ("1", "2019-11-30"),
            ("2", "2019-12-07"),
            ("3", "2019-12-12"),
            ("4", "2019-12-16"),
            ("5", "2019-12-20"),
        ],
        counts_published: true,
        sources: &[
            Source {
                id: "results",
                name: "Results by constituency, Jharkhand 2019",
                publisher: "Election Commission of India; Trivedi Centre for Political Data, Ashoka University",
                url: ELECTION_LENS,
                as_of: "2026-01-24",
                note: "As collected by ElectionLens (MIT licence). NOTA is the votes counted less the candidates' votes. Candidates stand in order of votes, as the ballot order is not known.",
                blocks: &[
                    "candidates",
                    "votes",
                    "nota",
                    "counted",
                    "electors",
                    "parties",
                ],
            },
            Source {
                id: "report",
                name: "Statistical Report, Jharkhand 2019",
                publisher: "Election Commission of India",
                url: "",
                as_of: "2026-11-21",
                note: "Read from a copy without a licence, figures only. Categories as in 2024.",
                blocks: &["categories", "turnout", "phases"],
            },
            PLACES,
            Source {
                id: "alliances",
                name: "Deccan Herald, 8 November 2019",
                publisher: "",
                url: "",
                as_of: "2019-11-08",
                note: "",
                blocks: &["alliances"],
            },
            HINDI,
            COLOURS,
        ],
        facts: &["earlier"],
        questions: include_str!("jharkhand-2019.questions.json"),
        presets: "[]",
        map: true,
    },
    Election {
        id: "jharkhand-2014",
        year: "2014",
        title: (
            "Jharkhand Assembly election, December 2014",
            "झारखंड विधानसभा चुनाव, दिसंबर 2014",
        ),
        kicker: (
            "Jharkhand Assembly · elected Dec 2014",
            "झारखंड विधानसभा · चुनाव दिसंबर 2014",
        ),
        note: (
            "As elected, December 2014. Later by-elections and defections are not included.",
            "दिसंबर 2014 में जैसे चुने गए। बाद के उपचुनाव और दल-बदल शामिल नहीं।",
        ),
        counted: "2014-12-23",
        government: None,
        nominated: ONE_NOMINATED,
        phases: &[],
        counts_published: true,
        sources: &[
            Source {
                id: "results",
                name: "Results by constituency, Jharkhand 2014",
                publisher: "Election Commission of India; Trivedi Centre for Political Data, Ashoka University",
                url: ELECTION_LENS,
                as_of: "2026-01-24",
                note: "As collected by ElectionLens (MIT licence). Candidates stand in order of votes, as the ballot order is not known. Categories as in 2024.",
                blocks: &[
                    "candidates",
                    "votes",
                    "nota",
                    "counted",
                    "electors",
                    "parties",
                    "categories",
                ],
            },
            PLACES,
            Source {
                id: "alliances",
                name: "Jagran Post, December 2014",
                publisher: "",
                url: "",
                as_of: "2014-12",
                note: "",
                blocks: &["alliances"],
            },
            HINDI,
            COLOURS,
        ],
        facts: &[],
        questions: "[]",
        presets: "[]",
        map: true,
    },
];

/// The list of elections for the page and the build, one line for each: id, file name of the page, title, and for another
/// reading of an election (the vote by segment, the count as it stood) whose.
///
/// # Errors
/// When a name cannot be written as JSON.
pub fn list(readings: &[Dataset]) -> serde_json::Result<String> {
    let line = |id: &str, page: &str, title: &Name, of: Option<&str>| {
        let title = serde_json::to_string(title)?;
        let of = of.map_or_else(String::new, |of| format!(",\"of\":\"{of}\""));
        Ok(format!(
            "{{\"id\":\"{id}\",\"page\":\"{page}\",\"title\":{title}{of}}}"
        ))
    };
    let elections = ELECTIONS.iter().map(|one| {
        let title = Name::new(one.title.0, one.title.1);
        line(one.id, &one.page(), &title, None)
    });
    let readings = readings.iter().map(|one| {
        let page = format!("{}.html", one.id);
        line(one.id, &page, &one.title, Some(ELECTIONS[0].id))
    });
    let lines: Vec<String> = elections
        .chain(readings)
        .collect::<serde_json::Result<_>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}
