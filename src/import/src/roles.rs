//! What a column can hold, and which labels say so (`words/headers.csv`, `words/groups.csv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::words::{normal, table};

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $word:literal, $said:literal;)*) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])* $role,)* }

        impl Role {
            /// Every role.
            pub const ALL: &[Role] = &[$(Role::$role,)*];

            /// The word for it in tables and recipes.
            pub fn word(self) -> &'static str {
                match self { $(Role::$role => $word,)* }
            }

            /// What it is called in a sentence.
            pub fn said(self) -> &'static str {
                match self { $(Role::$role => $said,)* }
            }
        }
    };
}

roles! {
    /// State or region above constituencies.
    State = "state", "the state";
    /// Its code.
    StateCode = "state_code", "the state’s code";
    /// District or county.
    District = "district", "the district";
    /// Number or code of the constituency.
    Code = "code", "the constituency’s number";
    /// Name of the constituency.
    Place = "place", "the constituency";
    /// Reservation category.
    Category = "category", "the category";
    /// Full name of a candidate.
    Candidate = "candidate", "the candidate";
    /// First name.
    Given = "given", "the first name";
    /// Middle name.
    Middle = "middle", "the middle name";
    /// Family name.
    Surname = "surname", "the family name";
    /// Label of the party.
    Party = "party", "the party";
    /// Short label of the party beside a longer one.
    PartyCode = "party_code", "the party’s short name";
    /// Longer name of the party beside its label.
    PartyName = "party_name", "the party’s name";
    /// Votes of a candidate.
    Votes = "votes", "the votes";
    /// Those cast at polling places.
    Evm = "evm", "the votes without those by post";
    /// Those cast by post.
    Postal = "postal", "the votes by post";
    /// Valid votes of the constituency.
    Valid = "valid", "the valid votes of the constituency";
    /// Votes cast in the constituency.
    Polled = "polled", "the votes cast in the constituency";
    /// Electors on the roll.
    Electors = "electors", "the electors";
    /// Votes that are not valid.
    Informal = "informal", "the invalid votes";
    /// None of the above.
    Nota = "nota", "NOTA";
    /// Other candidates together.
    Others = "others", "the votes of others";
    /// The part of others that one of them won with.
    OtherWinner = "other_winner", "the winner’s part of the others";
    /// Rank by votes.
    Position = "position", "the position";
    /// Place on the ballot.
    Serial = "serial", "the place on the ballot";
    /// How many lines a constituency has.
    Lines = "lines", "the number of candidates";
    /// Who is elected, or how the result stands.
    Mark = "mark", "the result";
    /// Who won or leads.
    WinnerName = "winner_name", "who won or leads";
    /// Party of who won or leads.
    WinnerParty = "winner_party", "the party of who won or leads";
    /// Votes of who won or leads.
    WinnerVotes = "winner_votes", "the votes of who won or leads";
    /// The runner-up.
    SecondName = "second_name", "the runner-up";
    /// Party of the runner-up.
    SecondParty = "second_party", "the party of the runner-up";
    /// Votes of the runner-up.
    SecondVotes = "second_votes", "the votes of the runner-up";
    /// The third.
    ThirdName = "third_name", "the third";
    /// Party of the third.
    ThirdParty = "third_party", "the party of the third";
    /// Votes of the third.
    ThirdVotes = "third_votes", "the votes of the third";
    /// Votes between the first two.
    Margin = "margin", "the margin";
    /// Where votes were cast, smaller than a constituency.
    PollingPlace = "polling_place", "the polling place";
    /// What is elected.
    Office = "office", "the office";
    /// Year of the election.
    Year = "year", "the year";
    /// Name of the election.
    Election = "election", "the election";
    /// Day of the election.
    Date = "date", "the day";
    /// The area a row belongs to.
    Parent = "parent", "what the row belongs to";
    /// Seats of a party.
    Seats = "seats", "the seats";
    /// Seats in which a party leads.
    SeatsLeading = "seats_leading", "the seats led";
    /// Whether one candidate stands on several party lines.
    Fusion = "fusion", "several party lines";
    /// Votes of the party that the header names.
    PartyVotes = "party_votes", "votes of a party";
    /// Nothing that is read.
    Ignored = "ignored", "nothing";
}

impl Role {
    /// The role of a word.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.word() == word)
    }
}

/// Labels of one role, and how good each of them is (0 is best).
type Labels = HashMap<String, Vec<(Role, usize)>>;

static HEADERS: LazyLock<Labels> = LazyLock::new(|| {
    let mut labels = Labels::new();
    for row in table(include_str!("../words/headers.csv")) {
        let role = match row[0].as_str() {
            "other_id" => Some(Role::Ignored),
            word => Role::from_word(word),
        };
        let (Some(role), Ok(rank)) = (role, row[1].parse::<usize>()) else {
            continue;
        };
        for (i, word) in row[2].split('|').enumerate() {
            labels
                .entry(normal(word))
                .or_default()
                .push((role, rank * 100 + i));
        }
    }
    labels
});

static GROUPS: LazyLock<Vec<(String, usize)>> = LazyLock::new(|| {
    let rows = table(include_str!("../words/groups.csv"));
    let words = rows.iter().enumerate();
    let mut words: Vec<(String, usize)> = words
        .flat_map(|(group, row)| row[1].split('|').map(move |word| (normal(word), group)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

/// Roles of the first, second and third: name, party, votes.
const OF_GROUP: [[Role; 3]; 3] = [
    [Role::WinnerName, Role::WinnerParty, Role::WinnerVotes],
    [Role::SecondName, Role::SecondParty, Role::SecondVotes],
    [Role::ThirdName, Role::ThirdParty, Role::ThirdVotes],
];

/// Roles that a label may take where it only contains a known one.
const BY_PART: [Role; 8] = [
    Role::Candidate,
    Role::Party,
    Role::Votes,
    Role::Place,
    Role::Code,
    Role::Electors,
    Role::PollingPlace,
    Role::Margin,
];

/// Labels that are looked for inside others, with a space at either end.
static PARTS: LazyLock<Vec<(String, Role, usize)>> = LazyLock::new(|| {
    let long = HEADERS
        .iter()
        .filter(|(label, _)| label.chars().count() >= 4);
    let roles = long.flat_map(|(label, roles)| roles.iter().map(move |role| (label, role)));
    roles
        .filter(|(_, (role, _))| BY_PART.contains(role))
        .map(|(label, (role, rank))| (format!(" {label} "), *role, *rank))
        .collect()
});

/// A role that a label may mean. `cost` orders claims: the least is the surest.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// The role.
    pub role: Role,
    /// 0 for the best.
    pub cost: usize,
    /// Whether only a part of the label is known.
    pub guess: bool,
}

/// What the labels of a column, from the top row down, may mean.
pub fn claims(parts: &[&str]) -> Vec<Claim> {
    let mut claims = known(parts);
    if claims.is_empty() {
        by_part(&normal(&parts.join(" ")), &mut claims);
    }
    claims
}

/// What labels mean that are known as a whole.
fn known(parts: &[&str]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let joined = normal(&parts.join(" "));
    let last = parts.last().map(|part| normal(part)).unwrap_or_default();
    exact(&joined, 0, &mut claims);
    if let Some(role) = of_group(&joined) {
        claims.push(Claim {
            role,
            cost: 1_000,
            guess: false,
        });
    }
    if last != joined {
        exact(&last, 2_000, &mut claims);
    }
    // Two languages in one label: "Candidate/Candidat".
    for half in parts.last().into_iter().flat_map(|part| part.split('/')) {
        exact(&normal(half), 3_000, &mut claims);
    }
    claims
}

/// Whether a label is one of those that files use.
pub fn is_known(label: &str) -> bool {
    label.len() <= 200 && !known(&[label]).is_empty()
}

fn exact(label: &str, cost: usize, claims: &mut Vec<Claim>) {
    for (role, rank) in HEADERS.get(label).into_iter().flatten() {
        claims.push(Claim {
            role: *role,
            cost: cost + rank,
            guess: false,
        });
    }
}

fn of_group(label: &str) -> Option<Role> {
    for (word, group) in GROUPS.iter() {
        let rest = if label == word {
            Some("")
        } else if let Some(rest) = label.strip_prefix(word.as_str()) {
            rest.strip_prefix(' ')
        } else {
            label
                .strip_suffix(word.as_str())
                .and_then(|rest| rest.strip_suffix(' '))
        };
        let Some(rest) = rest else { continue };
        let rest = rest.trim_start_matches("s ").trim_end_matches(" s");
        let field = match rest {
            "" if matches!(
                label,
                "winner" | "leader" | "runner up" | "second" | "third"
            ) =>
            {
                0
            }
            "" => continue,
            _ => field(rest)?,
        };
        return Some(OF_GROUP[*group][field]);
    }
    None
}

fn field(label: &str) -> Option<usize> {
    HEADERS.get(label)?.iter().find_map(|(role, _)| match role {
        Role::Candidate => Some(0),
        Role::Party | Role::PartyName => Some(1),
        Role::Votes => Some(2),
        _ => None,
    })
}

fn by_part(label: &str, claims: &mut Vec<Claim>) {
    const SHARES: [&str; 6] = ["percent", "percentage", "share", "pct", "change", "rate"];
    if label.split(' ').any(|word| SHARES.contains(&word)) {
        claims.push(Claim {
            role: Role::Ignored,
            cost: 4_000,
            guess: false,
        });
        return;
    }
    if label.is_empty() {
        return;
    }
    let padded = format!(" {label} ");
    for (known, role, rank) in PARTS.iter().filter(|(known, ..)| padded.contains(known)) {
        let cost = 5_000 + rank + 100 * 42_usize.saturating_sub(known.chars().count());
        claims.push(Claim {
            role: *role,
            cost,
            guess: true,
        });
    }
    claims.sort_by_key(|claim| (claim.cost, claim.role));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(parts: &[&str]) -> Option<Role> {
        claims(parts)
            .iter()
            .min_by_key(|claim| claim.cost)
            .map(|claim| claim.role)
    }

    #[test]
    fn labels_of_many_files_are_known() {
        for (parts, role) in [
            (&["AC NO. "][..], Role::Code),
            (&["PC Name"], Role::Place),
            (&["VALID VOTES POLLED in General"], Role::Evm),
            (&["Leading Candidate"], Role::WinnerName),
            (&["Trailing Party"], Role::SecondParty),
            (&["win_votes"], Role::WinnerVotes),
            (&["third_name"], Role::ThirdName),
            (&["First party"], Role::WinnerParty),
            (&["Candidate first name"], Role::Given),
            (&["Winner", "Votes"], Role::WinnerVotes),
            (&["Runner-up", "Candidate"], Role::SecondName),
            (&["Runners-up", "Party"], Role::SecondParty),
            (&["GENERAL\nVOTES"], Role::Evm),
            (&["TOTAL\nVOTES"], Role::Votes),
            (&["Votes Obtained/Votes obtenus"], Role::Votes),
            (
                &["Electoral District Name/Nom de circonscription"],
                Role::Place,
            ),
            (&["Candidate/Candidat"], Role::Candidate),
            (
                &["Elected Candidate Indicator/Indicateur du candidat élu"],
                Role::Mark,
            ),
            (&["% VOTES POLLED"], Role::Ignored),
            (&["विधानसभा क्षेत्र"], Role::Place),
            (&["क्र."], Role::Code),
            (&["मत"], Role::Votes),
            (&["gehört zu"], Role::Parent),
            (&["Gewählt"], Role::Mark),
        ] {
            assert_eq!(best(parts), Some(role), "{parts:?}");
        }
        assert_eq!(best(&["Con"]), None);
        assert_eq!(best(&["SNP"]), None);
    }
}
