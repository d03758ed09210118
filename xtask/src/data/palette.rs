//! Which colour each party wears.
//!
//! The parties of the 2024 house keep close to the colours charts give them, but those have pairs that cannot be told
//! apart (the greens of JMM and RJD, the dark blue of JD(U) and the purple of LJP(RV)). The set here came out of a
//! simulated annealing over all nine at once: as near to the given colours as the conditions allow that the tests of
//! this file prove. The last of the nine, JLKM, had no well-known colour and took the place that was free.

/// The nine parties of the 2024 house: the same colour in every election.
const HOUSE_2024: [(&str, &str); 9] = [
    ("JMM", "#667f07"),
    ("BJP", "#ff9d3a"),
    ("INC", "#22abed"),
    ("RJD", "#047552"),
    ("CPIML", "#8a0700"),
    ("JLKM", "#e44073"),
    ("AJSU", "#9249c7"),
    ("JDU", "#00229e"),
    ("LJPRV", "#502742"),
];

/// Parties of the houses before: a colour in the elections in which they won a seat, chosen the same way, and at least
/// 11.5 apart, as eleven parties and more leave no room for 15.
const HOUSES_BEFORE: [(&str, &str); 7] = [
    ("JVMP", "#d2d794"),
    ("NCP", "#2fe4e3"),
    ("MCO", "#bbdac3"),
    ("JBSP", "#4ae5f9"),
    ("JKP", "#0c32a4"),
    ("BSP", "#4a6684"),
    ("NSAM", "#575840"),
];

/// Independents, who are no party, wear grey.
const INDEPENDENTS: &str = "#a9a9a9";

/// All the others: light greys with a trace of hue, so that neighbours in a table differ and none is mistaken for a
/// party with seats.
const TINTS: [&str; 12] = [
    "#b9bcc3", "#c3bcb5", "#b4c0bb", "#c4b9be", "#bcc1b5", "#b5bdc8", "#c7c1b6", "#bcb8c4",
    "#b3c3c4", "#c9bfbf", "#bfc6bd", "#bfc0cb",
];

/// The colours of an election's parties, given in the order of its tables as (code, won a seat).
pub fn colours<'a>(parties: impl IntoIterator<Item = (&'a str, bool)>) -> Vec<&'static str> {
    let own = |table: &[(&str, &'static str)], code: &str| {
        table
            .iter()
            .find(|(party, _)| *party == code)
            .map(|(_, colour)| *colour)
    };
    let mut tints = TINTS.iter().cycle();
    parties
        .into_iter()
        .map(|(code, seated)| {
            if code == "IND" {
                return INDEPENDENTS;
            }
            own(&HOUSE_2024, code)
                .or_else(|| own(&HOUSES_BEFORE, code).filter(|_| seated))
                .unwrap_or_else(|| tints.next().expect("a cycle never ends"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::data::colour::{Colour, TRICHROMAT, VISIONS};
    use crate::data::committed::{self, Committed, text};

    /// What charts commonly give these parties.
    const GIVEN: [(&str, &str); 15] = [
        ("JMM", "#337316"),
        ("BJP", "#ff9933"),
        ("INC", "#19aaed"),
        ("RJD", "#056d05"),
        ("CPIML", "#c41301"),
        ("AJSU", "#6827b5"),
        ("JDU", "#003366"),
        ("LJPRV", "#5b006a"),
        ("JVMP", "#b7ba00"),
        ("NCP", "#00b2b2"),
        ("MCO", "#82f4e5"),
        ("JBSP", "#53e0f3"),
        ("JKP", "#0752dc"),
        ("BSP", "#22409a"),
        ("NSAM", "#756a45"),
    ];

    type Coloured = Vec<(String, Colour)>;

    /// The parties of a committed file, as (with a seat, without), each with its colour.
    fn parties(election: &str) -> (Coloured, Coloured) {
        let file = committed::file(election);
        let seated: BTreeSet<&str> = file.winners().map(|winner| text(winner, "party")).collect();
        file.list("parties")
            .iter()
            .map(|party| {
                let colour = Colour::parse(text(party, "colour")).unwrap();
                (text(party, "id").to_owned(), colour)
            })
            .partition(|(id, _)| seated.contains(id.as_str()))
    }

    /// The closest two of `one` and `two` (or within `one`), under every vision.
    fn closest(one: &Coloured, two: &Coloured) -> (f64, String) {
        let mut least = (f64::INFINITY, String::new());
        for vision in VISIONS {
            for (id, colour) in one {
                for (other_id, other) in two.iter().filter(|(other, _)| other != id) {
                    let distance = colour.distance(*other, vision);
                    if distance < least.0 {
                        least = (distance, format!("{id} and {other_id}, {}", vision.name));
                    }
                }
            }
        }
        least
    }

    #[test]
    fn the_nine_of_2024_stay_apart_to_every_eye() {
        let (nine, _) = parties("jharkhand-2024");
        assert_eq!(nine.len(), 9);
        let (distance, pair) = closest(&nine, &nine);
        assert!(distance >= 15.0, "{pair}: {distance:.2}");
    }

    #[test]
    fn nobody_without_a_seat_is_mistaken_for_one_of_the_nine() {
        let (nine, others) = parties("jharkhand-2024");
        assert_eq!(others.len(), 63);
        let (distance, pair) = closest(&nine, &others);
        assert!(distance >= 15.0, "{pair}: {distance:.2}");
        for (id, colour) in others {
            let chroma = colour.seen(TRICHROMAT).chroma();
            assert!(chroma <= 8.0, "{id}: chroma {chroma:.1}");
        }
    }

    #[test]
    fn the_houses_before_stay_apart() {
        for (election, count) in [("jharkhand-2019", 9), ("jharkhand-2014", 11)] {
            let (seated, _) = parties(election);
            assert_eq!(seated.len(), count, "{election}");
            let (distance, pair) = closest(&seated, &seated);
            assert!(distance >= 11.5, "{election}: {pair}: {distance:.2}");
        }
    }

    #[test]
    fn every_own_colour_is_near_the_given_one() {
        for election in committed::ELECTIONS {
            for (id, colour) in parties(election).0 {
                if let Some((_, given)) = GIVEN.iter().find(|(party, _)| *party == id) {
                    let distance = colour.distance(Colour::parse(given).unwrap(), TRICHROMAT);
                    assert!(distance <= 15.0, "{election} {id}: {distance:.2}");
                } else {
                    assert!(["JLKM", "IND"].contains(&id.as_str()), "{id}");
                }
            }
        }
    }

    #[test]
    fn every_colour_shows_on_light_and_dark_pages() {
        for election in committed::ELECTIONS {
            let (seated, others) = parties(election);
            for (id, colour) in seated.into_iter().chain(others) {
                for page in ["#ffffff", "#121417"] {
                    let contrast = colour.contrast(Colour::parse(page).unwrap());
                    assert!(contrast >= 1.5, "{election} {id} on {page}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn the_colours_in_the_files_are_those_of_this_table() {
        for election in committed::ELECTIONS {
            let file: Committed = committed::file(election);
            let (seated, _) = parties(election);
            let order: Vec<(&str, bool)> = file
                .list("parties")
                .iter()
                .map(|party| {
                    let id = text(party, "id");
                    (id, seated.iter().any(|(other, _)| other == id))
                })
                .collect();
            let written: Vec<&str> = file
                .list("parties")
                .iter()
                .map(|party| text(party, "colour"))
                .collect();
            assert_eq!(written, colours(order), "{election}");
        }
    }
}
