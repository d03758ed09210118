//! Files at the edge of what the data format can say: too many votes, labels that make reserved
//! ids, constituencies in which nobody stands.

use seat_calculator::election::Election;
use seat_import::{Reading, csv, to_text};
use serde_json::json;

use crate::support::{house, problems, reading};

/// The dataset is one that the calculator takes.
fn is_taken(reading: &Reading) {
    let text = to_text(reading.dataset.as_ref().unwrap());
    Election::from_json(&text).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"));
}

#[test]
fn votes_that_add_up_to_more_than_a_number_of_votes_can_be_refuse_their_constituency() {
    // 4,294,967,295 is the most. The second constituency has one vote more in all.
    let text = "\
Constituency,Candidate,Party,Votes
Almora,Asha,A,4294967290
Almora,Bina,B,5
Bageshwar,Charu,A,4294967290
Bageshwar,Devi,B,6
";
    let read = reading(text, &[("final", "yes")]);
    assert_eq!(house(&read), "declared A 1, left out 1");
    assert_eq!(problems(&read), ["votes-sum-too-large 5"]);
    let told = &read.problems.told[0];
    assert_eq!(told.constituency.as_deref(), Some("Bageshwar"));
    is_taken(&read);
}

#[test]
fn so_do_those_of_polling_places_lumped_others_and_a_column_a_party() {
    let booths = "\
Constituency,Polling place,Candidate,Party,Votes
Almora,1,Asha,A,4294967295
Almora,2,Asha,A,1
Almora,1,Bina,B,7
Almora,2,Bina,B,7
Bageshwar,1,Charu,A,10
Bageshwar,2,Charu,A,11
Bageshwar,1,Devi,B,7
Bageshwar,2,Devi,B,7
";
    let others = "\
Constituency,Candidate,Party,Votes
Almora,Asha,A,4294967290
Almora,Others,Others,4294967290
Bageshwar,Charu,A,10
Bageshwar,Devi,B,6
";
    let columns = "\
Constituency,Con,Lab,Others
Almora,4294967290,4294967290,1
Bageshwar,100,90,2
Champawat,80,90,5
";
    for text in [booths, others, columns] {
        let read = reading(text, &[("final", "yes")]);
        let sums = problems(&read);
        let code = sums.first().and_then(|one| one.split(' ').next());
        assert_eq!(code, Some("votes-sum-too-large"), "{text}{sums:?}");
        assert_eq!(
            read.problems.told[0].constituency.as_deref(),
            Some("Almora")
        );
        is_taken(&read);
    }
}

#[test]
fn nota_without_a_total_is_the_sum_of_its_parts() {
    let text = "\
Constituency,Candidate,Party,EVM,Postal,Votes
Almora,Asha,A,30,2,32
Almora,Bina,B,20,1,21
Almora,NOTA,NOTA,7,3,
";
    let read = reading(text, &[("final", "yes")]);
    assert_eq!(problems(&read), Vec::<String>::new());
    let dataset = read.dataset.as_ref().unwrap();
    assert_eq!(dataset["constituencies"][0]["nota"], json!([7, 3]));
    assert_eq!(read.seats[0].nota, Some(10));
    is_taken(&read);
}

#[test]
fn labels_do_not_make_ids_that_speak_of_no_party() {
    let text = "\
Constituency,Candidate,Party,Votes
Almora,Asha,\"N,OTA\",40
Almora,Bina,\"I,ndependent\",30
Almora,Charu,\"T.otal\",20
Bageshwar,Asha,\"N,OTA\",10
Bageshwar,Bina,\"I,ndependent\",30
Bageshwar,Charu,\"T.otal\",20
";
    let read = reading(text, &[("final", "yes")]);
    let mut ids: Vec<&str> = read.parties.iter().map(|party| party.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["Independent2", "NOTA2", "Total2"]);
    is_taken(&read);
    let again = reading(csv(read.dataset.as_ref().unwrap()), &[]);
    assert_eq!(problems(&again), Vec::<String>::new());
    assert_eq!(house(&again), "declared Independent2 1, declared NOTA2 1");
}

#[test]
fn a_constituency_without_candidates_survives_export_and_import() {
    let place = |id: &str, name: &str, status: &str| json!({"id": id, "name": name, "status": status, "reason": "none", "candidates": []});
    let party = |id: &str| json!({"id": id, "name": id, "colour": "#808080"});
    let dataset = json!({
        "format": 1, "id": "t", "title": "T", "house": {"name": "H", "seats": 5},
        "parties": [party("A"), party("B")], "alliances": [],
        "constituencies": [
            {"id": "1", "name": "Almora", "winner": 1, "candidates": [
                {"name": "Asha", "party": "A", "votes": 9}, {"name": "Bina", "party": "B", "votes": 8}]},
            place("2", "Bageshwar", "vacant"),
            place("3", "Champawat", "countermanded"),
            place("4", "Dehradun", "adjourned"),
            {"id": "5", "name": "Haridwar", "status": "awaited", "candidates": []},
        ],
    });
    let table = csv(&dataset);
    let again = reading(&table, &[]);
    assert_eq!(problems(&again), Vec::<String>::new(), "{table}");
    let status = |at: usize| again.seats[at].status.word();
    let names: Vec<&str> = again.seats.iter().map(|seat| seat.name.as_str()).collect();
    assert_eq!(
        names,
        ["Almora", "Bageshwar", "Champawat", "Dehradun", "Haridwar"]
    );
    assert_eq!(
        [0, 1, 2, 3, 4].map(status),
        [
            "declared",
            "vacant",
            "countermanded",
            "adjourned",
            "awaited"
        ]
    );
    is_taken(&again);
}
