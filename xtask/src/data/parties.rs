//! Party names as the press prints them.

use super::dataset::Name;

/// Full names where the results page's own is set in a way nobody prints, or where the source has a code only.
const NAMES: [(&str, &str); 21] = [
    ("AAP", "Aam Aadmi Party"),
    ("ABHM", "Akhil Bharat Hindu Mahasabha"),
    ("AIMIM", "All India Majlis-e-Ittehadul Muslimeen"),
    ("AITC", "All India Trinamool Congress"),
    ("AMB", "Amra Bangalee"),
    ("BHRTRSHTJG", "Bhartiya Rashtriya Jagsewa Party"),
    ("BMUP", "Bahujan Mukti Party"),
    ("BPP", "Bhagidari Party (P)"),
    ("BTP", "Bharatiya Tribal Party"),
    ("HAMS", "Hindustani Awam Morcha (Secular)"),
    ("IUML", "Indian Union Muslim League"),
    ("JDS", "Janata Dal (Secular)"),
    ("LJP", "Lok Janshakti Party"),
    ("LJPRV", "Lok Janshakti Party (Ram Vilas)"),
    ("MCO", "Marxist Coordination Committee"),
    ("RSP", "Revolutionary Socialist Party"),
    ("SBSP", "Suheldev Bharatiya Samaj Party"),
    ("SDPI", "Social Democratic Party of India"),
    ("SUCIC", "Socialist Unity Centre of India (Communist)"),
    ("VPI", "Voters Party International"),
    ("ASPKR", "Azad Samaj Party (Kanshi Ram)"),
];

/// Short names the press prints; who is not here goes by the full name. (The Commission's codes for small parties,
/// such as BHRTRSHTJG, are nobody's abbreviation but its own.)
const SHORT: [(&str, &str); 38] = [
    ("AAP", "AAP"),
    ("AIFB", "AIFB"),
    ("AIMIM", "AIMIM"),
    ("AITC", "TMC"),
    ("AJSU", "AJSU"),
    ("ASPKR", "ASP(KR)"),
    ("BAP", "BAP"),
    ("BJP", "BJP"),
    ("BSP", "BSP"),
    ("BTP", "BTP"),
    ("CPI", "CPI"),
    ("CPIM", "CPI(M)"),
    ("CPIML", "CPI(ML)L"),
    ("GGP", "GGP"),
    ("HAMS", "HAM(S)"),
    ("INC", "INC"),
    ("IUML", "IUML"),
    ("JBSP", "JBSP"),
    ("JDS", "JD(S)"),
    ("JDU", "JD(U)"),
    ("JKP", "JKP"),
    ("JLKM", "JLKM"),
    ("JMM", "JMM"),
    ("JVMP", "JVM(P)"),
    ("LJP", "LJP"),
    ("LJPRV", "LJP(RV)"),
    ("MCO", "MCO"),
    ("NCP", "NCP"),
    ("NSAM", "NSAM"),
    ("PPID", "PPI(D)"),
    ("RJD", "RJD"),
    ("RLD", "RLD"),
    ("RPIA", "RPI(A)"),
    ("RSP", "RSP"),
    ("SBSP", "SBSP"),
    ("SDPI", "SDPI"),
    ("SP", "SP"),
    ("SUCIC", "SUCI(C)"),
];

/// What is known of a party before its names are settled.
#[derive(Default)]
pub struct Known<'a> {
    /// Its id in the files.
    pub code: &'a str,
    /// The full name, or the abbreviation where the source has nothing longer.
    pub printed: &'a str,
    /// The full name in Hindi, or nothing.
    pub hi: &'a str,
    /// The short name in Hindi, or nothing.
    pub short_hi: &'a str,
}

impl Known<'_> {
    /// The full name.
    pub fn name(&self) -> Name {
        Name::new(look_up(&NAMES, self.code).unwrap_or(self.printed), self.hi)
    }

    /// What the press prints; nothing where that is the full name.
    pub fn short(&self) -> Option<Name> {
        let short = Name::new(look_up(&SHORT, self.code)?, self.short_hi);
        (short != self.name()).then_some(short)
    }
}

fn look_up<'a>(table: &[(&str, &'a str)], code: &str) -> Option<&'a str> {
    table
        .iter()
        .find(|(party, _)| *party == code)
        .map(|(_, name)| *name)
}

/// The id a party goes by: the source's code without its brackets ("JKP(N)" is JKPN), which ids may not hold.
pub fn id(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_what_the_press_prints() {
        let short = |code, printed| Known {
            code,
            printed,
            ..Known::default()
        };
        for (code, printed, expected) in [
            ("CPIML", "Communist Party of India", Some("CPI(ML)L")),
            ("AIMIM", "All India …", Some("AIMIM")),
            ("BHRTRSHTJG", "Bhartiya …", None),
            ("GGP", "GGP", None),
        ] {
            let expected = expected.map(|text| Name::new(text, ""));
            assert_eq!(short(code, printed).short(), expected, "{code}");
        }
    }

    #[test]
    fn a_hindi_short_name_alone_leaves_the_latin_one_in_place() {
        let known = Known {
            code: "JKP",
            printed: "Jharkhand Party",
            hi: "झारखंड पार्टी",
            short_hi: "झापा",
        };
        assert_eq!(known.name(), Name::new("Jharkhand Party", "झारखंड पार्टी"));
        assert_eq!(known.short(), Some(Name::new("JKP", "झापा")));
    }

    #[test]
    fn ids_hold_letters_and_digits_only() {
        assert_eq!(id("JKP(N)"), "JKPN");
        assert_eq!(id("CPIML"), "CPIML");
    }
}
