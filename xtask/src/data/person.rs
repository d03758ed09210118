//! Candidates' names as people write them, from the capitals of a ballot list.

/// Short forms that stand for a longer word and take a full stop, as the ballot lists mostly print them.
const ABBREVIATIONS: [&str; 8] = ["Md", "Mo", "Dr", "Kr", "Ku", "Pd", "Sk", "Col"];

/// Makes "K.C. SINGH" "K. C. Singh" and "MD ASLAM" "Md. Aslam". Spelling stays as on the ballot paper.
///
/// Every word gets one capital, also after a hyphen, a bracket, a quotation mark, or one letter and an apostrophe.
/// Single letters and known abbreviations get a full stop; "@" and "ALIAS" become "alias"; "S/O-" becomes a bracket;
/// straight quotation marks become curly ones.
pub fn person(ballot: &str) -> String {
    let spaced = ballot.replace('(', " (").replace('.', ". ");
    let mut words: Vec<String> = spaced.split_whitespace().map(word).collect();
    if let Some(at) = words.iter().position(|word| word.starts_with("S/o-")) {
        words[at] = words[at].replacen("S/o-", "(s/o ", 1);
        if let Some(last) = words.last_mut() {
            last.push(')');
        }
    }
    words.join(" ")
}

fn word(raw: &str) -> String {
    if raw == "@" || raw.eq_ignore_ascii_case("alias") {
        return "alias".to_owned();
    }
    let mut cased = String::with_capacity(raw.len() + 1);
    let mut letters = 0;
    for character in raw.chars() {
        match character {
            '"' if cased.is_empty() => cased.push('“'),
            '"' => cased.push('”'),
            letter if letter.is_alphabetic() && letters == 0 => {
                cased.extend(letter.to_uppercase());
            }
            letter => cased.extend(letter.to_lowercase()),
        }
        match character {
            '\'' if letters > 1 => letters += 1,
            letter if letter.is_alphabetic() => letters += 1,
            '/' => {}
            _ => letters = 0,
        }
    }
    let short = cased.chars().count() == 1 && letters == 1;
    if short || ABBREVIATIONS.contains(&cased.as_str()) {
        cased.push('.');
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::person;

    #[test]
    fn names_are_written_as_people_write_them() {
        for (ballot, written) in [
            ("HEMANT SOREN", "Hemant Soren"),
            ("  PREM   KANDEYANG ", "Prem Kandeyang"),
            ("MD. TAJUDDIN", "Md. Tajuddin"),
            ("MD ASLAM", "Md. Aslam"),
            ("MO. SERAJ", "Mo. Seraj"),
            ("SK SAIFUDDIN", "Sk. Saifuddin"),
            ("DR. NEERA YADAV", "Dr. Neera Yadav"),
            ("TARUN KU. GUPTA", "Tarun Ku. Gupta"),
            ("AJIT KU RAVI", "Ajit Ku. Ravi"),
            ("NIRANJAN KR MAHTO", "Niranjan Kr. Mahto"),
            ("BATESHWER PD. MEHTA", "Bateshwer Pd. Mehta"),
            ("DR. K.C. SINGH RAJ", "Dr. K. C. Singh Raj"),
            ("J. B. TUBID", "J. B. Tubid"),
            ("P K SIDDHARTH", "P. K. Siddharth"),
            ("G. JAYRAMDAS", "G. Jayramdas"),
            (
                "KUMAR JAIMANGAL (ANUP SINGH)",
                "Kumar Jaimangal (Anup Singh)",
            ),
            ("Sanjay Kumar Mandal(Bachu)", "Sanjay Kumar Mandal (Bachu)"),
            ("DHANANJAY BHAGAT \"GANDHI\"", "Dhananjay Bhagat “Gandhi”"),
            (
                "AKHILESHWER MAHATO @ ARJUN MAHTO",
                "Akhileshwer Mahato alias Arjun Mahto",
            ),
            (
                "SURENDRA MIRDHA ALIAS SUREN KUMAR KALINDI",
                "Surendra Mirdha alias Suren Kumar Kalindi",
            ),
            (
                "AMIT KUMAR YADAV S/O-RAJDEV YADAV",
                "Amit Kumar Yadav (s/o Rajdev Yadav)",
            ),
            ("Raj kumar Pd. Yadav", "Raj Kumar Pd. Yadav"),
            ("ANNE-MARIE D'SOUZA", "Anne-Marie D'Souza"),
            ("NA'IM AHMAD", "Na'im Ahmad"),
            ("BADAL", "Badal"),
        ] {
            assert_eq!(person(ballot), written, "{ballot}");
        }
    }
}
