//! Party colours can be told apart by every eye and show on light and on dark pages. DATA.md says which were chosen.

// The importer warns of colours by the same rule.
#[path = "../../src/import/src/colour.rs"]
mod colour;

use std::collections::BTreeSet;

use crate::support::data_file::{ELECTIONS, file, text};
use colour::{APART, Colour, TRICHROMAT, VISIONS};

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

/// The parties of a shipped file, as (with a seat, without), each with its colour.
fn parties(election: &str) -> (Coloured, Coloured) {
    let file = file(election);
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
        assert!(distance >= APART, "{election}: {pair}: {distance:.2}");
        // The importer's warning is of the same mind.
        let near = |one: Colour| seated.iter().filter(|(_, two)| one.is_near(*two)).count();
        assert!(seated.iter().all(|(_, one)| near(*one) == 1), "{election}");
    }
}

#[test]
fn every_own_colour_is_near_the_given_one() {
    for election in ELECTIONS {
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
    for election in ELECTIONS {
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
fn a_party_of_the_2024_house_wears_one_colour_in_every_election() {
    let (nine, _) = parties("jharkhand-2024");
    for election in ELECTIONS {
        let (seated, others) = parties(election);
        for (id, colour) in seated.iter().chain(&others) {
            if let Some((_, own)) = nine.iter().find(|(other, _)| other == id) {
                assert_eq!(colour, own, "{election} {id}");
            }
        }
    }
}
