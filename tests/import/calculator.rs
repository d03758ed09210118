//! What is read can be counted with: the calculator takes the datasets.

use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::scenario::Scenario;
use seat_import::{Status, to_text};

use crate::malformed;
use crate::samples::samples;
use crate::support::{problems, reading};

#[test]
fn the_calculator_takes_what_is_read() {
    let texts = malformed::texts().into_iter();
    let files = samples()
        .into_iter()
        .map(|(_, bytes, _)| bytes)
        .chain(texts);
    let mut counted = 0;
    for bytes in files {
        let reading = reading(&bytes, &[]);
        let Some(dataset) = &reading.dataset else {
            continue;
        };
        let election = Election::from_json(&to_text(dataset));
        let election = election.unwrap_or_else(|refused| {
            panic!(
                "{refused:?}\n{:?}\n{}",
                problems(&reading),
                to_text(dataset)
            )
        });
        let report = Calculator::new(election)
            .evaluate(&Scenario::default())
            .unwrap();
        let held = reading
            .seats
            .iter()
            .filter(|seat| seat.party.is_some())
            .count() as u32;
        let seats: u32 = report.parties.iter().map(|party| party.seats).sum();
        assert_eq!(seats, held, "{}", to_text(dataset));
        counted += 1;
    }
    assert!(counted > 150, "{counted}");
}

#[test]
fn the_lok_sabha_of_2024_is_read_by_state() {
    // Numbers begin anew in each state, names recur, and one member had no rival.
    let text = "\
state_code,state,pc_no,pc_name,candidate,party,votes_evm,votes_postal,votes_total,rank,won,is_nota
S01,Andhra Pradesh,1,Araku,A,YSRCP,471470,5535,477005,1,1,0
S01,Andhra Pradesh,1,Araku,B,BJP,417113,9312,426425,2,0,0
S01,Andhra Pradesh,1,Araku,NOTA,NOTA,50000,470,50470,3,0,1
S04,Bihar,1,Valmiki Nagar,C,JD(U),523000,422,523422,1,1,0
S04,Bihar,1,Valmiki Nagar,D,RJD,424000,747,424747,2,0,0
S06,Gujarat,24,Surat,E,BJP,,,,1,1,0
";
    let reading = reading(text, &[("title", "Lok Sabha 2024")]);
    assert_eq!(reading.problems.total, 0, "{:?}", reading.problems.told);
    let codes: Vec<_> = reading
        .seats
        .iter()
        .map(|seat| seat.code.clone().unwrap())
        .collect();
    assert_eq!(codes, ["S01-1", "S04-1", "S06-24"]);
    assert_eq!(reading.seats[2].status, Status::Unopposed);
    let dataset = reading.dataset.unwrap();
    assert_eq!(dataset["id"], "lok-sabha-2024");
    assert_eq!(dataset["divisions"].as_array().unwrap().len(), 3);
    Election::from_json(&to_text(&dataset)).unwrap();
}
