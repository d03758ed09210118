//! What reports and editors said in English, in Hindi too; and where a note was written for editors, how a reader is told it.
//! Names of papers and agencies stay as they are cited.

use super::dataset::Name;

/// As the CSV files have it; as it is printed in English, empty where that is the same; in Hindi.
const SAID: [(&str, &str, &str); 47] = [
    // Roles.
    ("Chief Minister", "", "मुख्यमंत्री"),
    ("BJP candidate in Barhait", "", "बरहेट से भाजपा उम्मीदवार"),
    (
        "wife of Chief Minister Hemant Soren",
        "",
        "मुख्यमंत्री हेमंत सोरेन की पत्नी",
    ),
    (
        "former Chief Minister; joined the BJP ahead of the elections",
        "",
        "पूर्व मुख्यमंत्री; चुनाव से पहले भाजपा में शामिल हुए",
    ),
    ("Leader of Opposition", "", "नेता प्रतिपक्ष"),
    ("Health Minister", "", "स्वास्थ्य मंत्री"),
    ("Water Resources Minister", "", "जल संसाधन मंत्री"),
    ("Education Minister", "", "शिक्षा मंत्री"),
    ("Social Welfare Minister", "", "समाज कल्याण मंत्री"),
    // What became of parties.
    (
        "Marxist Coordination Committee merged into CPI(ML) Liberation",
        "",
        "मार्क्सवादी समन्वय समिति का भाकपा (माले) लिबरेशन में विलय हुआ",
    ),
    (
        "its leader joined the BJP (merger accepted by ECI), two members joined the Congress, disputed",
        "",
        "उसके नेता भाजपा में गए (चुनाव आयोग ने विलय माना), दो विधायक कांग्रेस में गए, मामला विवादित",
    ),
    // Exit polls.
    (
        "Range as published by Hindustan Times: NDA 17-27, INDIA 49-59, JLKM 1-4, Others 0-2 (others_low/high here = JLKM + Others). Point estimate 25/53/3.",
        "Range as published by Hindustan Times: NDA 17-27, INDIA 49-59, JLKM 1-4, Others 0-2; the last two are one here. Point estimate 25/53/3.",
        "हिंदुस्तान टाइम्स में छपा दायरा: एनडीए 17-27, इंडिया 49-59, जेएलकेएम 1-4, अन्य 0-2; आखिरी दो यहां एक साथ हैं। एक संख्या में अनुमान: 25/53/3।",
    ),
    (
        "Also the range quoted in ANI 23 Nov 2024 (42-47 / 25-30).",
        "",
        "एएनआई ने 23 नवंबर 2024 को यही दायरा बताया (42-47 / 25-30)।",
    ),
    (
        "TFI Post prints INDIA 23-37; four other outlets print 25-37 (used).",
        "",
        "TFI Post ने इंडिया 23-37 छापा; चार और जगह 25-37 छपा, वही यहां है।",
    ),
    (
        "Single-number projection; HT reprint words it as \"42 seats for JMM ... BJP 32 ... Others 7\", Swarajya as INDIA 42, NDA 32.",
        "",
        "अनुमान एक-एक संख्या में; HT में छपा: “झामुमो 42 ... भाजपा 32 ... अन्य 7”, स्वराज्य में: इंडिया 42, एनडीए 32।",
    ),
    // Whose tallies, and of what time.
    (
        "media (HT: \"data available at 8.20am\")",
        "",
        "मीडिया (HT: “सुबह 8.20 बजे के आंकड़े”)",
    ),
    (
        "media trends (Business Standard live blog)",
        "",
        "मीडिया रुझान (बिजनेस स्टैंडर्ड का लाइव ब्लॉग)",
    ),
    ("media (India TV)", "", "मीडिया (इंडिया टीवी)"),
    (
        "ECI (via Kashmir Observer)",
        "",
        "चुनाव आयोग (कश्मीर ऑब्जर्वर के जरिए)",
    ),
    (
        "ECI (via ANI/LatestLY)",
        "",
        "चुनाव आयोग (एएनआई/LatestLY के जरिए)",
    ),
    ("ECI (via The Statesman)", "", "चुनाव आयोग (द स्टेट्समैन के जरिए)"),
    ("ECI (via IANS)", "", "चुनाव आयोग (आईएएनएस के जरिए)"),
    ("ECI (via ANI)", "", "चुनाव आयोग (एएनआई के जरिए)"),
    (
        "ECI trends (via Mid-Day/PTI/ANI)",
        "",
        "चुनाव आयोग के रुझान (मिड-डे/पीटीआई/एएनआई के जरिए)",
    ),
    ("ECI (via PTI)", "", "चुनाव आयोग (पीटीआई के जरिए)"),
    ("ECI", "", "चुनाव आयोग"),
    ("as stated", "", "जैसा बताया गया"),
    (
        "after 09:43, time not in the stored excerpt",
        "after 09:43, time not stated",
        "09:43 के बाद, समय नहीं बताया गया",
    ),
    (
        "as stated (\"as of 10:00 AM\")",
        "",
        "जैसा बताया गया (“सुबह 10:00 बजे तक”)",
    ),
    (
        "page update time, not a data time",
        "",
        "पेज अपडेट होने का समय, आंकड़ों का नहीं",
    ),
    (
        "afternoon; the article text carries \"till 4 p.m.\" only for a social-media count",
        "afternoon; the report says \"till 4 p.m.\" only of a count of social media posts",
        "दोपहर बाद; खबर में “शाम 4 बजे तक” सिर्फ सोशल मीडिया की एक गिनती के लिए है",
    ),
    ("not stated", "", "नहीं बताया गया"),
    ("final", "", "अंतिम"),
    ("27 seats reporting", "", "27 सीटों के रुझान"),
    ("51 seats reporting", "", "51 सीटों के रुझान"),
    ("79 seats reporting", "", "79 सीटों के रुझान"),
    (
        "blog says 71 seats reporting but 40+32=72: its own inconsistency",
        "the blog says 71 seats reporting, but 40 and 32 are 72",
        "ब्लॉग में 71 सीटों के रुझान लिखे हैं, पर 40 और 32 मिलकर 72 होते हैं",
    ),
    (
        "ECI trends lagged TV by ~an hour; TV at the same time: BJP 39, JMM 38",
        "the Commission’s trends were about an hour behind television; television at the same time: BJP 39, JMM 38",
        "आयोग के रुझान टीवी से करीब एक घंटा पीछे थे; उसी समय टीवी पर: भाजपा 39, झामुमो 38",
    ),
    ("final result", "", "अंतिम नतीजा"),
    (
        "first time trends were out for all 81",
        "",
        "पहली बार सभी 81 सीटों के रुझान आए",
    ),
    (
        "alliance totals are the sum of the parties the article names",
        "",
        "गठबंधन का जोड़ खबर में गिनाए दलों का जोड़ है",
    ),
    // Leads and splits of the day.
    (
        "JLKM leading Gomia, IND leading Panki",
        "",
        "गोमिया में जेएलकेएम आगे, पांकी में निर्दलीय आगे",
    ),
    (
        "JLKM leading Jugsalai and Dumri, IND leading Panki",
        "",
        "जुगसलाई और डुमरी में जेएलकेएम आगे, पांकी में निर्दलीय आगे",
    ),
    (
        "won 5, leading 51; NDA \"a lead in only 24\"",
        "",
        "5 जीतीं, 51 पर आगे; एनडीए “सिर्फ 24 पर आगे”",
    ),
    (
        "article also carries an earlier party split (INC 14, JMM 30, RJD 4)",
        "the report also has an earlier split by party (INC 14, JMM 30, RJD 4)",
        "खबर में दलों का पहले का बंटवारा भी है (कांग्रेस 14, झामुमो 30, राजद 4)",
    ),
    (
        "won 50, leading 6 (JMM 5, INC 1); NDA leading in two (AJSU/JDU named)",
        "won 50, leading in 6 (JMM 5, INC 1); NDA leading in two (AJSU and JD(U) are named)",
        "50 जीतीं, 6 पर आगे (झामुमो 5, कांग्रेस 1); एनडीए दो पर आगे (आजसू और जदयू के नाम हैं)",
    ),
    (
        "INDIA won 52 + 4 leading; NDA won 21 + 3 leading",
        "",
        "इंडिया 52 जीतीं + 4 पर आगे; एनडीए 21 जीतीं + 3 पर आगे",
    ),
];

/// A text in both languages; in English alone where nobody has put it into Hindi.
pub fn said(text: &str) -> Name {
    match SAID.iter().find(|(raw, ..)| *raw == text) {
        Some((raw, "", hindi)) => Name::new(raw, hindi),
        Some((_, english, hindi)) => Name::new(english, hindi),
        None => Name::new(text, ""),
    }
}
