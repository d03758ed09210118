//! Small files in the styles of commissions and data sites, as their headers have them.

use seat_import::{Role, Status};

use crate::support::{house, problems, reading};

#[track_caller]
fn is(text: &str, layout: &str, expected: &str) {
    let reading = reading(text, &[]);
    assert_eq!(
        problems(&reading),
        Vec::<String>::new(),
        "{:#?}",
        reading.problems.told
    );
    assert_eq!(reading.layout, Some(layout));
    assert_eq!(house(&reading), expected, "{:#?}", reading.columns);
}

const ROWS: &str = "one row a candidate";
const WIDE: &str = "one column a party";
const LEADERS: &str = "leaders";
const PAIRS: &str = "winner and runner-up in one row";
const PRECINCTS: &str = "one row a candidate and polling place, added up";
const TOTALS: &str = "party totals only";
const MATRIX: &str = "one column a candidate, polling places added up";

#[test]
fn eci_of_2020_with_a_total_after_every_constituency() {
    let text = "\
10 - Detailed Results,,,,,,,,,,,,,
,,,,,,,,,VALID VOTES POLLED,,,,
STATE/UT NAME , AC NO. , AC NAME , CANDIDATE NAME , SEX , AGE , CATEGORY , PARTY , SYMBOL , GENERAL , POSTAL , TOTAL , % VOTES POLLED , TOTAL ELECTORS \n\
Bihar,1,Valmikinagar,1 Dhirendra Pratap Singh alias Rinku singh,MALE,40,GENERAL,JD(U),Arrow,74777,129,74906,38.3,331874
Bihar,1,Valmikinagar,2 Rajesh Singh,MALE,51,GENERAL,INC,Hand,53011,360,53371,27.3,331874
Bihar,1,Valmikinagar,3 NOTA,,,,NOTA,NOTA,8029,11,8040,4.1,331874
TURN OUT, TOTAL : ,,,,,,,,135817,500,136317,41.1,
Bihar,2,Ramnagar (SC),1 Bhagirathi Devi,FEMALE,70,SC,BJP,Lotus,75000,423,75423,45.3,300000
Bihar,2,Ramnagar (SC),2 Rajesh Ram,MALE,52,SC,INC,Hand,59000,627,59627,35.1,300000
TURN OUT, TOTAL : ,,,,,,,,134000,1050,135050,45.0,
";
    is(text, ROWS, "declared BJP 1, declared JD(U) 1");
    let dataset = reading(text, &[]).dataset.unwrap();
    let place = &dataset["constituencies"][0];
    assert_eq!(place["nota"], serde_json::json!([8029, 11]));
    assert_eq!(
        place["candidates"][0]["votes"],
        serde_json::json!([74777, 129])
    );
    assert_eq!(dataset["constituencies"][1]["category"], "SC");
    assert_eq!(dataset["constituencies"][1]["name"], "Ramnagar");
}

#[test]
fn eci_of_2016_to_2018() {
    is(
        "\
Constituency No.,Constituency Name,Candidate Name,Candidate Sex,Candidate Age,Candidate Category, Party Name, VALID VOTES POLLED in General, VALID VOTES POLLED in Postal, Total Valid Votes,Total Electors,Total Votes
1,Mannadipet,T.P.R. SELVAME,M,44,GEN,AINRC,7549,130,7679,30709,27560
1,Mannadipet,K. KRISHNAN,M,50,GEN,DMK,7200,81,7281,30709,27560
1,Mannadipet,None of the Above,,,,NOTA,300,1,301,30709,27560
2,Thirubuvanai,B. KOBIGA,F,37,SC,AINRC,9000,9,9009,29000,20000
2,Thirubuvanai,A. ANGALANE,M,37,SC,DMK,8000,1,8001,29000,20000
",
        ROWS,
        "declared AINRC 2",
    );
}

#[test]
fn eci_lok_sabha_2024_report_33() {
    is(
        "\
State Name,PC Name,Candidate Name,Gender,Age,Category,Party Name,Party Symbol,\"Total Votes Polled In
The Constituency\",Valid Votes,General,Postal,Total,Over Total Electors In Constituency,Over Total Votes Polled In Constituency,Over Total Valid Votes Polled In Constituency,Total Electors
Bihar,Aurangabad,ABHAY KUSHWAHA,MALE,52,GENERAL,RJD,Lantern,900000,890000,460000,5567,465567,24.5,50.1,51.0,1871564
Bihar,Aurangabad,SUSHIL SINGH,MALE,56,GENERAL,BJP,Lotus,900000,890000,380000,6456,386456,21.0,42.1,43.0,1871564
Bihar,Aurangabad,OTHER MAN,MALE,56,GENERAL,IND,Kite,900000,890000,37977,0,37977,2.0,4.1,4.3,1871564
Maharashtra,Aurangabad,SANDIPANRAO BHUMRE,MALE,61,GENERAL,SHS,Bow,950000,940000,476000,130,476130,23.1,50.1,50.7,2059710
Maharashtra,Aurangabad,IMTIAZ JALEEL,MALE,55,GENERAL,AIMIM,Kite,950000,940000,463000,870,463870,22.1,49.1,49.3,2059710
Gujarat,Surat,MUKESHKUMAR DALAL,MALE,63,GENERAL,BJP,Lotus,,,,,-,,,,1767377
",
        ROWS,
        "declared RJD 1, declared SHS 1, unopposed BJP 1",
    );
}

#[test]
fn eci_live_json() {
    let text = r##"{"S22":{"chartData":[["DMK","S22",1,"A. Alagan","#ff0000"],
        ["ADMK","S22",2,"B. Balan","#00ff00"],["DMK","S22",3,"C. Chitra","#ff0000"]]}}"##;
    is(text, LEADERS, "leading ADMK 1, leading DMK 2");
}

#[test]
fn eci_constituency_page_with_a_heading() {
    is(
        "15 - DEOGHAR (Jharkhand)\n\
         S.N.\tCandidate\tParty\tEVM Votes\tPostal Votes\tTotal Votes\t% of Votes\n\
         1\tSURESH PASWAN\tRashtriya Janata Dal\t154679\t1400\t156079\t53.53\n\
         2\tNARAYAN DAS\tBharatiya Janata Party\t115304\t1054\t116358\t39.91\n\
         3\tNOTA\tNone of the Above\t3882\t24\t3906\t1.34\n",
        ROWS,
        "declared Rashtriya Janata Dal 1",
    );
}

#[test]
fn datameet_candidates_and_leaders() {
    is(
        "\
Candidate,Party,Votes,State,Constituency,State-code,Constituency-code
GODAM NAGESH,Telangana Rashtra Samithi,430847,Andhra Pradesh,Adilabad,S01,1
NARESH,Indian National Congress,259557,Andhra Pradesh,Adilabad,S01,1
A. B.,Indian National Congress,359557,Bihar,Araria,S04,1
C. D.,Bharatiya Janata Party,300000,Bihar,Araria,S04,1
",
        ROWS,
        "declared Indian National Congress 1, declared Telangana Rashtra Samithi 1",
    );
    is(
        "\
State-code,Constituency-code,Constituency,Leading Candidate,Leading Party,Trailing Candidate,Trailing Party,Margin,Status
S01,1,Adilabad,GODAM NAGESH,TRS,NARESH,INC,171290,Result Declared
S01,2,Peddapalle,BALKA SUMAN,TRS,VIVEK,INC,291158,Result in Progress
",
        LEADERS,
        "declared TRS 1, leading TRS 1",
    );
}

#[test]
fn datameet_override_has_members_without_a_vote() {
    is(
        "\
ST_NAME,YEAR,AC_NO,AC_NAME,AC_TYPE,#,NAME,SEX,AGE,CATEGORY,PARTY,VOTES
Arunachal Pradesh,2004,3,MUKTO,ST,1,DORJEE KHANDU,M,49,ST,INC,-
Arunachal Pradesh,2004,4,DIRANG,ST,1,TSERING GYURME,M,32,ST,INC,5642
Arunachal Pradesh,2004,4,DIRANG,ST,2,LHAM TSERING,M,32,ST,BJP,2642
",
        ROWS,
        "declared INC 1, unopposed INC 1",
    );
}

#[test]
fn india_votes_data_with_ids_cut_to_one_digit() {
    let text = "\
\"State\";\"Constituency\";\"Party\";\"Candidate\";\"Votes\";\"State ID\";\"Constituency ID\"
\"Andhra Pradesh\";\"Araku \";\"Yuvajana Sramika Rythu Congress Party\";\"GUMMA THANUJA RANI\";\"477005\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Araku \";\"Bharatiya Janata Party\";\"KOTHAPALLI GEETHA\";\"426425\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Kurnool\";\"Telugu Desam\";\"A\";\"526425\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Kurnool\";\"Bharatiya Janata Party\";\"B\";\"226425\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Nandyal\";\"Telugu Desam\";\"C\";\"526425\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Nandyal\";\"Bharatiya Janata Party\";\"D\";\"226425\";\"S01\";\"1\"
\"Andhra Pradesh\";\"Nellore\";\"Telugu Desam\";\"E\";\"526425\";\"S01\";\"2\"
\"Andhra Pradesh\";\"Nellore\";\"Bharatiya Janata Party\";\"F\";\"226425\";\"S01\";\"2\"
\"Andhra Pradesh\";\"Ongole\";\"Telugu Desam\";\"G\";\"526425\";\"S01\";\"2\"
\"Andhra Pradesh\";\"Ongole\";\"Bharatiya Janata Party\";\"H\";\"226425\";\"S01\";\"2\"
\"Gujarat\";\"Surat\";\"Bharatiya Janata Party\";\"MUKESHKUMAR CHANDRAKAANT DALAL\";\"Unconteste\";\"S06\";\"2\"
";
    is(
        text,
        ROWS,
        "declared Telugu Desam 4, declared Yuvajana Sramika Rythu Congress Party 1, \
         unopposed Bharatiya Janata Party 1",
    );
    let said = reading(text, &[]);
    assert!(
        said.decisions
            .iter()
            .any(|d| d.sentence.en.contains("does not tell"))
    );
}

#[test]
fn myneta_has_neither_votes_nor_winners() {
    let reading = reading(
        "\
Candidate,Constituency,Criminal Cases,Education,ID,Party,Sno,Total Assets,Total Liabilities,Year,ST_CODE,PC_CODE
A,Adilabad,0,Graduate,12,INC,1,1000,0,2014,S01,1
B,Adilabad,1,Graduate,13,BJP,2,1000,0,2014,S01,1
",
        &[],
    );
    assert_eq!(problems(&reading), ["no-votes-column"]);
    assert!(reading.dataset.is_none());
}

#[test]
fn kaggle_ls_2_with_line_breaks_in_cells() {
    let text = "\
,,,,,,,,,,,,,,,,,,
STATE,CONSTITUENCY,NAME,WINNER,PARTY,SYMBOL,GENDER,\"CRIMINAL
CASES\",AGE,CATEGORY,EDUCATION,ASSETS,LIABILITIES,\"GENERAL
VOTES\",\"POSTAL
VOTES\",\"TOTAL
VOTES\",\"OVER TOTAL ELECTORS 
IN CONSTITUENCY\",\"OVER TOTAL VOTES POLLED 
IN CONSTITUENCY\",TOTAL ELECTORS
Telangana,ADILABAD,SOYAM BAPU RAO,1,BJP,Lotus,MALE,52,52,ST,12th Pass,\"Rs 30,99,414
 ~ 30 Lacs+\",\"Rs 2,31,450
 ~ 2 Lacs+\",376892,482,377374,25.33,35.47,1489790
Telangana,ADILABAD,Godam Nagesh,0,TRS,Car,MALE,0,54,ST,Post Graduate,\"Rs 1,84,77,888\",\"Rs 8,47,000\",318665,149,318814,21.4,29.96,1489790
Telangana,ADILABAD,NOTA,0,NOTA,,,,,,,,,13030,6,13036,0.87,1.22,1489790
";
    is(text, ROWS, "declared BJP 1");
    assert_eq!(reading(text, &[]).header_rows, Some((2, 2)));
    let damaged = text.replace("318814", "31x814");
    assert_eq!(problems(&reading(damaged, &[])), ["votes-not-a-number 4 P"]);
}

#[test]
fn house_of_commons_library_of_2015_in_snake_case() {
    is(
        "\
ons_id,ons_region_id,constituency_name,county_name,region_name,country_name,constituency_type,declaration_time,mp_firstname,mp_surname,mp_gender,result,first_party,second_party,electorate,valid_votes,invalid_votes,majority,con,lab,ld,ukip,green,snp,pc,dup,sf,sdlp,uup,alliance,other
W07000049,W92000004,Aberavon,West Glamorgan,Wales,Wales,County,,Stephen,Kinnock,Male,Lab hold,Lab,UKIP,49821,31523,73,10445,3742,15416,1397,4971,711,0,3663,0,0,0,0,0,1623
W07000058,W92000004,Aberconwy,Clwyd,Wales,Wales,County,,Guto,Bebb,Male,Con hold,Con,Lab,45525,30148,87,3999,12513,8514,1391,3467,727,0,3536,0,0,0,0,0,0
",
        WIDE,
        "declared Con 1, declared Lab 1",
    );
}

#[test]
fn elections_canada_table_12_has_the_party_behind_the_name() {
    let text = "\
Province,Electoral District Name/Nom de circonscription,Electoral District Number/Numéro de circonscription,Candidate/Candidat,Candidate Residence/Résidence du candidat,Candidate Occupation/Profession du candidat,Votes Obtained/Votes obtenus,Percentage of Votes Obtained /Pourcentage des votes obtenus,Majority/Majorité,Majority Percentage/Pourcentage de majorité
\"Newfoundland and Labrador/Terre-Neuve-et-Labrador\",\"Labrador\",\"10004\",\"Peter Penashue Conservative/Conservateur\",\"Sheshatshiu\",\"Businessman/\",4256,39.8,        79,   0.7
\"Newfoundland and Labrador/Terre-Neuve-et-Labrador\",\"Labrador\",\"10004\",\"Todd Russell ** Liberal/Libéral\",\"Happy Valley\",\"Parliamentarian/\",4177,39.1,,
\"Newfoundland and Labrador/Terre-Neuve-et-Labrador\",\"Avalon\",\"10001\",\"Scott Andrews ** Liberal/Libéral\",\"Conception\",\"Parliamentarian/\",16008,43.9,      1,290,   3.5
\"Newfoundland and Labrador/Terre-Neuve-et-Labrador\",\"Avalon\",\"10001\",\"Fabian Manning Conservative/Conservateur\",\"St. Bride's\",\"Senator/\",14749,40.4,,
"
    .replace("      1,290", "1259");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let reading = reading(&bytes, &[]);
    assert_eq!(reading.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(
        house(&reading),
        "declared Conservative/Conservateur 1, declared Liberal/Libéral 1",
        "{:#?}",
        reading.problems
    );
    let said = reading
        .decisions
        .iter()
        .find(|d| d.id == "encoding")
        .unwrap();
    assert!(said.asked, "{said:?}");
}

#[test]
fn elections_canada_poll_by_poll() {
    let header = "Electoral District Number/Numéro de circonscription,Electoral District Name_English/Nom de circonscription_Anglais,Polling Station Number/Numéro du bureau de scrutin,Polling Station Name/Nom du bureau de scrutin,Candidate’s Family Name/Nom de famille du candidat,Candidate’s Middle Name/Second prénom du candidat,Candidate’s First Name/Prénom du candidat,Political Affiliation Name_English/Appartenance politique_Anglais,Incumbent Indicator/Indicateur_Candidat sortant,Elected Candidate Indicator/Indicateur du candidat élu,Candidate Poll Votes Count/Votes du candidat pour le bureau\n";
    let rows = "\
10001,Avalon,1,Bay,Andrews,,Scott,Liberal,Y,Y,50
10001,Avalon,1,Bay,Manning,,Fabian,Conservative,N,N,40
10001,Avalon,2,Cove,Andrews,,Scott,Liberal,Y,Y,30
10001,Avalon,2,Cove,Manning,,Fabian,Conservative,N,N,35
";
    is(&format!("{header}{rows}"), PRECINCTS, "declared Liberal 1");
}

#[test]
fn elections_canada_election_night() {
    is(
        "Electoral district number - Numéro de la circonscription\tElectoral district name\tNom de la circonscription\tType of results*\tType de résultats**\tSurname - Nom de famille\tMiddle name(s) - Autre(s) prénom(s)\tGiven name - Prénom\tPolitical affiliation\tAppartenance politique\tVotes obtained - Votes obtenus\t% Votes obtained - Votes obtenus %\n\
         10001\tAvalon\tAvalon\tpreliminary\tpréliminaires\tMcDonald\t\tKen\tLiberal\tLibéral\t18608\t46.3\n\
         10001\tAvalon\tAvalon\tpreliminary\tpréliminaires\tChapman\t\tMatthew\tConservative\tConservateur\t12738\t31.7\n\
         10001\tAvalon\tAvalon\tvalidated\tvalidés\tMcDonald\t\tKen\tLiberal\tLibéral\t18609\t46.3\n\
         10001\tAvalon\tAvalon\tvalidated\tvalidés\tChapman\t\tMatthew\tConservative\tConservateur\t12739\t31.7\n",
        ROWS,
        "declared Liberal 1",
    );
}

#[test]
fn aec_with_informal_votes_and_three_names_of_a_party() {
    let text = "\
2025 Federal Election House of Representatives First Preferences By Candidate By Vote Type [Final] These results are not final. Event:31496 Generated:2025-05-27T12:41:18
StateAb,DivisionID,DivisionNm,CandidateID,Surname,GivenNm,BallotPosition,Elected,HistoricElected,PartyAb,PartyNm,OrdinaryVotes,AbsentVotes,ProvisionalVotes,PrePollVotes,PostalVotes,TotalVotes,Swing
ACT,318,Bean,41682,PRICE,Jessie,2,N,N,IND,Independent,24395,362,79,657,1627,27120,26.41
ACT,318,Bean,41683,SMITH,David,1,Y,Y,ALP,Australian Labor Party,30000,362,79,657,1627,40000,-1.41
ACT,318,Bean,999,Informal,Informal,999,N,N,,Informal,2389,73,10,65,133,2670,-0.35
NSW,103,Banks,41684,SOON,Zhi,1,Y,N,ALP,A.L.P.,30000,362,79,657,1627,30000,1.41
NSW,103,Banks,41685,COLEMAN,David,2,N,Y,LP,Liberal,30000,362,79,657,1627,29000,-1.41
";
    is(text, ROWS, "declared ALP 2");
    let reading = reading(text, &[]);
    assert_eq!(reading.header_rows, Some((2, 2)));
    assert!(
        reading
            .decisions
            .iter()
            .any(|d| d.sentence.en.contains("written in 2 ways"))
    );
}

#[test]
fn medsl_with_whole_rows_in_quotation_marks_and_fusion() {
    let text = "\
year,state,state_po,state_fips,state_cen,state_ic,office,district,stage,runoff,special,candidate,party,writein,mode,candidatevotes,totalvotes,unofficial,version,fusion_ticket
\"2022,NEW YORK,NY,36,21,13,US HOUSE,001,GEN,FALSE,FALSE,NICK LALOTA,REPUBLICAN,FALSE,TOTAL,152000,300000,FALSE,20230706,TRUE\"
\"2022,NEW YORK,NY,36,21,13,US HOUSE,001,GEN,FALSE,FALSE,NICK LALOTA,CONSERVATIVE,FALSE,TOTAL,25000,300000,FALSE,20230706,TRUE\"
\"2022,NEW YORK,NY,36,21,13,US HOUSE,001,GEN,FALSE,FALSE,BRIDGET FLEMING,DEMOCRAT,FALSE,TOTAL,140000,300000,FALSE,20230706,TRUE\"
\"2022,NEW YORK,NY,36,21,13,US HOUSE,001,GEN,FALSE,FALSE,WRITEIN,,TRUE,TOTAL,100,300000,FALSE,20230706,FALSE\"
\"2022,NEW YORK,NY,36,21,13,US HOUSE,001,PRI,FALSE,FALSE,NICK LALOTA,REPUBLICAN,FALSE,TOTAL,15000,30000,FALSE,20230706,FALSE\"
\"2022,ALABAMA,AL,1,63,41,US HOUSE,001,GEN,FALSE,FALSE,JERRY CARL,REPUBLICAN,FALSE,TOTAL,140592,168150,FALSE,20230706,FALSE\"
\"2022,ALABAMA,AL,1,63,41,US HOUSE,001,GEN,FALSE,FALSE,ALEXANDER REMREY,LIBERTARIAN,FALSE,TOTAL,26369,168150,FALSE,20230706,FALSE\"
";
    is(text, ROWS, "declared REPUBLICAN 2");
    let reading = reading(text, &[]);
    let votes = reading
        .parties
        .iter()
        .find(|p| p.label == "REPUBLICAN")
        .unwrap()
        .votes;
    assert_eq!(votes, 152_000 + 25_000 + 140_592);
    let codes: Vec<_> = reading
        .seats
        .iter()
        .filter_map(|seat| seat.code.clone())
        .collect();
    assert_eq!(codes.len(), 2);
}

#[test]
fn openelections_with_several_offices_asks_which() {
    let text = "\
county,precinct,office,district,party,candidate,votes
Belknap,Alton,U.S. House,1,DEM,Chris Pappas,976
Belknap,Alton,U.S. House,1,REP,Eddie Edwards,1699
Belknap,Alton,Governor,,DEM,Molly Kelly,800
Belknap,Alton,Governor,,REP,Chris Sununu,1900
Belknap,Alton,U.S. House,1,,Scatter,3
";
    let asked = reading(text, &[]);
    assert_eq!(problems(&asked), ["other-contest"]);
    let decision = asked.decisions.iter().find(|d| d.id == "contest").unwrap();
    assert_eq!(decision.options, ["Governor", "U.S. House"]);
    assert!(asked.dataset.is_none());
    let reading = reading(text, &[("contest", "U.S. House")]);
    assert_eq!(house(&reading), "declared REP 1");
    assert_eq!(reading.seats[0].others, 3);
}

const KERG: &str = "\
Wahl zum 21. Deutschen Bundestag am 23. Februar 2025;;;;;;;;;;;;;;;;
Vorläufige Ergebnisse nach Wahlkreisen;;;;;;;;;;;;;;;;
;;;;;;;;;;;;;;;;
Nr;Gebiet;gehört zu;Gewählt;Wahlberechtigte;;;;Gültige Stimmen;;;;Sozialdemokratische Partei Deutschlands;;;;Christlich Demokratische Union Deutschlands;;;
;;;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;
;;;;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode;Vorläufig;Vorperiode
001;Flensburg – Schleswig;01;–;232158;231536;232158;231536;100000;9;100100;9;40000;30000;41000;31000;60000;50000;59100;49000
002;Nordfriesland;01;SPD;232158;231536;232158;231536;100000;9;100100;9;70000;30000;41000;31000;30000;50000;59100;49000
003;Steinburg;01;CDU;232158;231536;232158;231536;100000;9;100100;9;40000;30000;41000;31000;60000;50000;59100;49000
01;Schleswig-Holstein;99;;696474;694608;;;300000;27;;;150000;;;;150000;;;

99;Bundesgebiet;;;696474;694608;;;300000;27;;;150000;;;;150000;;;
";

#[test]
fn kerg_with_three_header_rows_areas_and_marks() {
    is(
        KERG,
        WIDE,
        "declared Christlich Demokratische Union Deutschlands 1, \
         declared Sozialdemokratische Partei Deutschlands 1, vacant 1",
    );
    let reading = reading(KERG, &[]);
    assert_eq!(reading.header_rows, Some((4, 6)));
    assert_eq!(reading.skipped, [(10, "parent"), (12, "parent")]);
    let place = &reading.dataset.unwrap()["constituencies"][0];
    assert_eq!(place["reason"], "marked – in the file");
    assert_eq!(place["code"], "001");
}

#[test]
fn totals_of_columns_are_checked_by_the_rows_they_stand_for() {
    let state = KERG.replacen(";;;150000;;;;150000;;;", ";;;150001;;;;150000;;;", 1);
    // A state, and the whole that it is a part of.
    let wrong = ["sum-differs 10 M", "sum-differs 12 M"];
    assert_eq!(problems(&reading(&state, &[])), wrong);
    let text = "\
Constituency,Electorate,Con,Lab,LD
A,100,10,20,5
B,90,30,10,5
Total,190,40,30,10
";
    is(text, WIDE, "declared Con 1, declared Lab 1");
    let wrong = text.replace("190,40,30", "190,40,31");
    assert_eq!(problems(&reading(&wrong, &[])), ["sum-differs 4 D"]);
}

#[test]
fn kerg2_with_kinds_of_areas_and_votes() {
    is(
        "\
Wahlart;Wahltag;Gebietsart;Gebietsnummer;Gebietsname;UegGebietsart;UegGebietsnummer;Gruppenart;Gruppenname;Gruppenreihenfolge;Stimme;Anzahl;Prozent;VorpAnzahl;VorpProzent;DiffProzent;DiffProzentPkt;Bemerkung;Gewählt
BT;23.02.2025;Land;01;Schleswig-Holstein;BUND;99;Partei;GRÜNE;3;1;43281;26,042143;38000;24,0;13,9;2,0;;
BT;23.02.2025;Wahlkreis;005;Kiel;LAND;01;System-Gruppe;Wahlberechtigte;1;;200000;;;;;;;
BT;23.02.2025;Wahlkreis;005;Kiel;LAND;01;Partei;GRÜNE;3;1;43281;26,042143;38000;24,0;13,9;2,0;;GRÜNE
BT;23.02.2025;Wahlkreis;005;Kiel;LAND;01;Partei;GRÜNE;3;2;40000;26,042143;38000;24,0;13,9;2,0;;
BT;23.02.2025;Wahlkreis;005;Kiel;LAND;01;Partei;SPD;1;1;41000;25,1;38000;24,0;13,9;2,0;;GRÜNE
BT;23.02.2025;Wahlkreis;006;Plön;LAND;01;Partei;GRÜNE;3;1;23281;16,042143;38000;24,0;13,9;2,0;;SPD
BT;23.02.2025;Wahlkreis;006;Plön;LAND;01;Partei;SPD;1;1;51000;35,1;38000;24,0;13,9;2,0;;SPD
",
        ROWS,
        "declared GRÜNE 1, declared SPD 1",
    );
}

const NEW_ZEALAND: &str = "\
2014 General Election: candidate votes recorded at each polling place,,,,,
Auckland Central,,,,,
,Voting Place,\"KAYE, Nicola Laura\",\"ARDERN, Jacinda\",\"ROCHE, Denise\",Total Valid Candidate Votes,Informal Candidate Votes
Great Barrier Island,Claris,70,40,30,140,2
,Okiwi School,20,25,10,55,0
City,,,,,,
City,Central Library,300,320,90,710,9
,Voting places where less than 6 votes were taken,1,2,0,3,0
Special Votes,Votes allowed,110,130,60,300,4
Auckland Central Total,,501,517,190,1208,15
,,,,,,
Candidate,Party,,,,,
\"KAYE, Nicola Laura\",National Party,,,,,
\"ARDERN, Jacinda\",Labour Party,,,,,
\"ROCHE, Denise\",Green Party,,,,,
";

#[test]
fn new_zealand_has_a_column_a_candidate_and_the_parties_below() {
    is(NEW_ZEALAND, MATRIX, "declared Labour Party 1");
    let matrix = reading(NEW_ZEALAND, &[]);
    assert_eq!(matrix.seats[0].name, "Auckland Central");
    let votes: Vec<(&str, u64)> = (matrix.parties.iter())
        .map(|party| (party.label.as_str(), party.votes))
        .collect();
    let expected = [
        ("Labour Party", 517),
        ("National Party", 501),
        ("Green Party", 190),
    ];
    assert_eq!(votes, expected);
    let left_out: Vec<usize> = matrix.skipped.iter().map(|(row, _)| *row).collect();
    assert_eq!(left_out, [6, 10, 12, 13, 14, 15]);

    let beside = NEW_ZEALAND.replace(",90,710,", ",90,711,");
    assert_eq!(problems(&reading(&beside, &[])), ["sum-differs 7 F"]);
    let below = NEW_ZEALAND.replace("501,517,190", "501,518,190");
    let below = reading(&below, &[]);
    assert_eq!(problems(&below), ["sum-differs 10 D"]);
    assert_eq!(house(&below), "left out 1");
}

#[test]
fn democracy_club_has_candidates_and_no_votes() {
    let text = "\
person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested
1,Ann Example,parl.2024-07-04,parl.ashfield.2024-07-04,2024-07-04,True,Labour Party,PP53,Ashfield,False,1
2,Bob Sample,parl.2024-07-04,parl.ashfield.2024-07-04,2024-07-04,True,Green Party,PP63,Ashfield,False,1
3,Cy Test,parl.2024-07-04,parl.bexley.2024-07-04,2024-07-04,True,Labour Party,PP53,Bexley,False,1
4,Di Proof,parl.2024-07-04,parl.bexley.2024-07-04,2024-07-04,True,Green Party,PP63,Bexley,False,1
";
    let reading = reading(text, &[]);
    assert_eq!(problems(&reading), ["no-votes-column"]);
    assert!(reading.dataset.is_none());
}

#[test]
fn medsl_senate_has_votes_with_a_decimal_point() {
    let text = "\
year\tstate\tstate_po\tstate_fips\tstate_cen\tstate_ic\toffice\tdistrict\tstage\tspecial\tcandidate\tparty_detailed\twritein\tmode\tcandidatevotes\ttotalvotes\tunofficial\tversion\tparty
2024\tVERMONT\tVT\t50\t13.0\t6\tUS SENATE\tstatewide\tGEN\tFalse\tBERNIE SANDERS\tINDEPENDENT\tFalse\tTOTAL\t229429.0\t348000.0\tFalse\t11/20/25\tOTHER
2024\tVERMONT\tVT\t50\t13.0\t6\tUS SENATE\tstatewide\tGEN\tFalse\tGERALD MALLOY\tREPUBLICAN\tFalse\tTOTAL\t118571.0\t348000.0\tFalse\t11/20/25\tREPUBLICAN
2024\tMAINE\tME\t23\t11.0\t2\tUS SENATE\tstatewide\tGEN\tFalse\tDAVID COSTELLO\tDEMOCRAT\tFalse\tTOTAL\t88891.0\t377000.0\tFalse\t11/20/25\tDEMOCRAT
2024\tMAINE\tME\t23\t11.0\t2\tUS SENATE\tstatewide\tGEN\tFalse\tDEMI KOUZOUNAS\tREPUBLICAN\tFalse\tTOTAL\t288109.0\t377000.0\tFalse\t11/20/25\tREPUBLICAN
";
    is(text, ROWS, "declared OTHER 1, declared REPUBLICAN 1");
}

#[test]
fn openelections_with_totals_as_a_town() {
    let text = "\
town,office,district,party,candidate,votes
Alton,U.S. House,1,D,Chris Pappas,976
Alton,U.S. House,1,R,Eddie Edwards,1699
Barnstead,U.S. House,1,D,Chris Pappas,1024
Barnstead,U.S. House,1,R,Eddie Edwards,301
Barnstead,U.S. House,1,,Scatter,4
TOTALS,U.S. House,1,D,Chris Pappas,2000
TOTALS,U.S. House,1,R,Eddie Edwards,2000
TOTALS,U.S. House,1,,Scatter,4
";
    let tied = reading(text, &[("column.polling_place", "town")]);
    assert_eq!(problems(&tied), ["tie-without-lot 3 F"]);
    assert_eq!(house(&tied), "tied 1");
    let wrong = text.replace("Chris Pappas,2000", "Chris Pappas,2001");
    let wrong = reading(&wrong, &[("column.polling_place", "town")]);
    assert_eq!(problems(&wrong), ["sum-differs 7 F"]);
}

#[test]
fn kerg_of_2013_in_latin_1_without_the_lines_above() {
    let lines: Vec<&str> = KERG.lines().skip(3).collect();
    let text = lines.join("\r\n").replace('–', "-");
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(c as u32).unwrap())
        .collect();
    let reading = reading(&bytes, &[]);
    assert_eq!(problems(&reading), Vec::<String>::new());
    assert_eq!(reading.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(reading.header_rows, Some((1, 3)));
    assert_eq!(
        house(&reading),
        "declared Christlich Demokratische Union Deutschlands 1, \
         declared Sozialdemokratische Partei Deutschlands 1, vacant 1"
    );
}

#[test]
fn eci_round_wise_page_takes_the_current_total() {
    let text = "\
15 - DEOGHAR (Jharkhand)\t\t\t\t
Candidate\tParty\tBrought Forward\tCurrent Round\tTotal
SURESH PASWAN\tRashtriya Janata Dal\t100000\t4000\t104000
NARAYAN DAS\tBharatiya Janata Party\t70000\t5000\t75000
NOTA\tNone of the Above\t3000\t100\t3100
";
    is(text, ROWS, "declared Rashtriya Janata Dal 1");
    let reading = reading(text, &[]);
    assert_eq!(reading.parties[0].votes, 104_000);
    assert_eq!(reading.seats[0].nota, Some(3_100));
}

#[test]
fn malaysia_thevesh() {
    let text = "\
state,parlimen,ballot_order,name,name_display,age,sex,ethnicity,party,votes,result,result_desc,new_mp
Perlis,P.001 Padang Besar,1,Rushdan Bin Rusmi,RUSHDAN BIN RUSMI,44,male,bumiputera,PERIKATAN NASIONAL (PN),24267,1,won,1
Perlis,P.001 Padang Besar,2,Zahidi,ZAHIDI,44,male,bumiputera,BARISAN NASIONAL (BN),11753,0,lost,0
Perlis,P.002 Kangar,1,Zakri Bin Hassan,ZAKRI,44,male,bumiputera,PERIKATAN NASIONAL (PN),24562,1,won,1
Perlis,P.002 Kangar,2,Fathul Bari,FATHUL,44,male,bumiputera,BARISAN NASIONAL (BN),15143,0,lost_deposit,0
";
    is(text, ROWS, "declared PERIKATAN NASIONAL (PN) 2");
    assert_eq!(reading(text, &[]).seats[1].code.as_deref(), Some("P.002"));
}

#[test]
fn tindak_malaysia_has_shares_only() {
    let text = "\
STATE,PARLIAMENTARY CODE,PARLIAMENTARY NAME,BN,BN CANDIDATE,BN CANDIDATE GENDER,BN CANDIDATE AGE,BN VOTE (%),PH,PH CANDIDATE,PH VOTE (%)
PERLIS,P.001,PADANG BESAR,UMNO,ZAHIDA BINTI ZARIK KHAN,FEMALE,43,19.85,PAN,A,20.15
PERLIS,P.002,KANGAR,UMNO,FATHUL,MALE,43,29.85,PKR,B,30.15
";
    let reading = reading(text, &[]);
    assert!(reading.problems.fatal, "{:#?}", reading.seats);
    assert_eq!(problems(&reading), ["no-votes-column"]);
}

#[test]
fn pakistan_with_three_candidates_in_a_row() {
    let text = "\
election_date,election_type,contest_status,constituency_number,constituency_name,province,assembly,voter_reg,votes_cast,turnout,votes_disq,win_votes,win_pct,win_party,win_name,second_votes,second_pct,second_party,second_name,third_votes,third_pct,third_party,third_name
2018-07-25,General Election,Contested,NA-1,Chitral,KP,National,269579,165000,61.2,6000,48616,29.9,MMAP,Abdul Akbar,38481,23.7,PTI,Abdul Latif,32635,20.1,PPPP,Saleem Khan
2018-07-25,General Election,Contested,NA-10,Shangla,KP,National,269579,165000,61.2,6000,34665,29.9,PML-N,Ibad,32000,23.7,PTI-IND,Nawaz,NA,NA,NA,NA
2018-07-25,General Election,Contested,NA-2,Swat,KP,National,269579,165000,61.2,6000,61687,29.9,PTI,Haider Ali,41125,23.7,PML-N,Amir,100,1.1,Independent,Somebody
";
    is(
        text,
        PAIRS,
        "declared MMAP 1, declared PML-N 1, declared PTI 1",
    );
    let codes: Vec<_> = reading(text, &[])
        .seats
        .into_iter()
        .filter_map(|s| s.code)
        .collect();
    assert_eq!(codes, ["NA-1", "NA-2", "NA-10"]);
}

#[test]
fn nepal_records_in_devanagari() {
    is(
        r#"[{"DistrictName":"ताप्लेजुङ","SCConstID":"1","CandidateName":"योगेश","PoliticalPartyName":"एमाले","TotalVoteReceived":15200,"Remarks":"Elected","TotalVoters":0,"CastedVote":0},
            {"DistrictName":"ताप्लेजुङ","SCConstID":"1","CandidateName":"तिल","PoliticalPartyName":"कांग्रेस","TotalVoteReceived":9000,"Remarks":null,"TotalVoters":0,"CastedVote":0},
            {"DistrictName":"झापा","SCConstID":"1","CandidateName":"रवि","PoliticalPartyName":"स्वतन्त्र","TotalVoteReceived":"१,०८,०२५","Remarks":"Elected","TotalVoters":0,"CastedVote":0},
            {"DistrictName":"झापा","SCConstID":"1","CandidateName":"कृष्ण","PoliticalPartyName":"कांग्रेस","TotalVoteReceived":"९,०००","Remarks":null,"TotalVoters":0,"CastedVote":0}]"#,
        ROWS,
        "declared एमाले 1, declared स्वतन्त्र 1",
    );
}

const ENCYCLOPEDIA: &str = "\
<html><body><p>Results</p><table class=\"wikitable\"><tbody>
<tr><th rowspan=2>No.</th><th rowspan=2>Name</th><th colspan=4>Winner</th><th colspan=4>Runner-up</th><th rowspan=2>Margin</th></tr>
<tr><th>Candidate</th><th colspan=2>Party</th><th>Votes</th><th>Candidate</th><th colspan=2>Party</th><th>Votes</th></tr>
<tr><td>1</td><td>Rajmahal</td><td>Md. Tajuddin</td><td style=\"background:green\"></td><td>JMM</td><td>140,176</td><td>Anant Kumar Ojha</td><td></td><td>BJP</td><td>96,744</td><td>43,432</td></tr>
<tr><td>2</td><td>Borio<sup>[1]</sup></td><td>Dhananjay Soren</td><td></td><td>JMM</td><td>97,317</td><td>Lobin Hembram</td><td></td><td>BJP</td><td>78,044</td><td>19,273</td></tr>
</tbody></table></body></html>";

#[test]
fn encyclopedia_table_with_cells_for_colours() {
    is(ENCYCLOPEDIA, PAIRS, "declared JMM 2");
    let reading = reading(ENCYCLOPEDIA, &[]);
    assert_eq!(reading.container, "html");
    assert_eq!(reading.header_rows, Some((1, 2)));
    assert_eq!(reading.seats[1].name, "Borio");
    let roles: Vec<_> = reading.columns.iter().filter_map(|c| c.role).collect();
    assert!(
        roles.contains(&Role::SecondVotes) && roles.contains(&Role::Place),
        "{roles:?}"
    );
}

#[test]
fn encyclopedia_table_pasted() {
    is(
        "No.\tName\tWinner\t\t\t\tRunner-up\t\t\t\tMargin\n\
         \t\tCandidate\tParty\t\tVotes\tCandidate\tParty\t\tVotes\t\n\
         1\tRajmahal\tMd. Tajuddin\t\tJMM\t140,176\tAnant Kumar Ojha\t\tBJP\t96,744\t43,432\n\
         2\tBorio\tDhananjay Soren\t\tJMM\t97,317\tLobin Hembram\t\tBJP\t78,044\t19,273\n",
        PAIRS,
        "declared JMM 2",
    );
}

#[test]
fn plain_totals_as_a_list_and_as_a_table() {
    is("A 34, B 21", TOTALS, "declared A 34, declared B 21");
    is(
        "JMM: 34\nBJP: 21\nInd: 2\n",
        TOTALS,
        "declared BJP 21, declared Ind 2, declared JMM 34",
    );
    is(
        "JMM,34\nBJP,21\n",
        TOTALS,
        "declared BJP 21, declared JMM 34",
    );
    is(
        "झामुमो ३४; भाजपा २१",
        TOTALS,
        "declared झामुमो 34, declared भाजपा 21",
    );
    is(
        "Party\tWon\tLeading\tTotal\nJMM\t30\t4\t34\nBJP\t1\t0\t1\nTotal\t31\t4\t35\n",
        TOTALS,
        "declared BJP 1, declared JMM 30, leading JMM 4",
    );
    let dataset = reading("A 2, B 1", &[]).dataset.unwrap();
    assert_eq!(dataset["house"]["seats"], 3);
    assert_eq!(dataset["constituencies"][2]["candidates"][0]["party"], "B");
}

#[test]
fn party_columns_without_a_winner_column_and_hidden_winners_among_others() {
    let text = "Constituency,Con,Lab,Others\nA,100,90,5\nB,100,90,150\nC,80,90,5\n";
    let reading = reading(text, &[]);
    assert_eq!(
        house(&reading),
        "declared Con 1, declared Lab 1, left out 1"
    );
    assert_eq!(problems(&reading), ["winner-unknown 3"]);
}

#[test]
fn statuses_of_every_kind() {
    let text = "\
No,Constituency,Candidate,Party,Votes,Result
1,A,a,X,100,Elected
1,A,b,Y,90,
2,B,a,X,,Countermanded
2,B,b,Y,,Countermanded
3,C,a,X,,Postponed
3,C,b,Y,,Postponed
4,D,a,X,0,
4,D,b,Y,0,
5,E,a,X,50,
5,E,b,Y,70,
6,F,a,X,,Elected unopposed
7,G,a,X,70,Elected by lot
7,G,b,Y,70,
8,H,a,X,70,
8,H,b,Y,70,
9,I,a,X,,Vacant
9,I,b,Y,,Vacant
";
    let said = reading(text, &[]);
    assert_eq!(
        house(&said),
        "adjourned 1, awaited 1, countermanded 1, declared X 1, leading Y 1, lot X 1, tied 1, \
         unopposed X 1, vacant 1",
        "{:#?}",
        said.problems.told
    );
    // The reader says that the result is final: who has most votes has won.
    let said = reading(text, &[("final", "yes")]);
    assert!(house(&said).contains("declared Y 1"));
    assert_eq!(problems(&said), ["tie-without-lot 16 E"]);
}

#[test]
fn a_mark_outranks_votes_and_says_so() {
    let text = "No,Constituency,Candidate,Party,Votes,Result\n\
                1,A,a,X,100,won\n1,A,b,Y,190,lost\n2,B,a,X,1,lost\n2,B,b,Y,2,won\n";
    let reading = reading(text, &[]);
    assert_eq!(house(&reading), "declared X 1, declared Y 1");
    assert_eq!(problems(&reading), ["winner-has-fewer 2 E"]);
    assert!(!reading.problems.told[0].left_out);
    let reason = reading.dataset.unwrap()["constituencies"][0]["reason"].clone();
    assert_eq!(reason, "marked “won” in the file (column “Result”)");
}

#[test]
fn several_members_are_refused() {
    let text = "No,Constituency,Candidate,Party,Votes,Elected\n\
                1,A,a,X,100,Y\n1,A,b,Y,90,Y\n2,B,a,X,10,Y\n2,B,b,Y,12,Y\n3,C,a,X,1,Y\n";
    assert_eq!(problems(&reading(text, &[])), ["several-members"]);
}

#[test]
fn names_that_occur_twice_stay_apart() {
    // Two constituencies of one name in two states; two people of one name in one constituency.
    let text = "State,Constituency,Candidate,Party,Votes\n\
                Bihar,Aurangabad,Ram,X,10\nBihar,Aurangabad,Ram,IND,7\nBihar,Aurangabad,Ram,IND,8\n\
                Maharashtra,Aurangabad,Ram,Y,10\nMaharashtra,Aurangabad,Sita,X,9\n";
    is(text, ROWS, "declared X 1, declared Y 1");
    let reading = reading(text, &[]);
    let candidates = reading.dataset.unwrap()["constituencies"][0]["candidates"].clone();
    assert_eq!(candidates.as_array().unwrap().len(), 3);
}

#[test]
fn spellings_of_a_party_are_proposed_as_one_and_merged_on_request() {
    let text = "No,Constituency,Candidate,Party,Votes\n\
                1,A,a,JD(U),10\n1,A,b,X,9\n2,B,a,JD (U),10\n2,B,b,X,9\n";
    let apart = reading(text, &[]);
    assert_eq!(house(&apart), "declared JD (U) 1, declared JD(U) 1");
    let proposal = apart
        .decisions
        .iter()
        .find(|d| d.id.starts_with("party."))
        .unwrap();
    assert!(proposal.asked && proposal.options.contains(&"JD (U)".to_owned()));
    let merged = reading(text, &[("party.JD (U)", "JD(U)")]);
    assert_eq!(merged.parties[0].seats, 2);
}

#[test]
fn cells_are_corrected_by_decisions_that_can_be_undone() {
    let text = "No,Constituency,Candidate,Party,Votes\n1,A,a,X,\"19,2.34\"\n1,A,b,Y,90\n";
    let broken = reading(text, &[]);
    assert_eq!(problems(&broken), ["votes-grouping 2 E"]);
    assert_eq!(broken.seats[0].status, Status::Awaited);
    let mended = reading(text, &[("cell.E2", "19234")]);
    assert_eq!(house(&mended), "declared X 1");
    let decision = mended.decisions.iter().find(|d| d.id == "cell.E2").unwrap();
    assert!(decision.this_file && decision.by_reader);
    assert_eq!(mended.recipe().get("cell.E2"), None);
}

#[test]
fn a_saved_recipe_reads_tomorrows_file_alike() {
    let text = "a;b;c;d\n1;A;X;10\n1;A;Y;12\n2;B;X;5\n2;B;Y;4\n";
    assert_eq!(problems(&reading(text, &[])), ["no-header"]);
    let decisions = [
        ("header", "1"),
        ("column.code", "a"),
        ("column.place", "b"),
        ("column.party", "c"),
        ("column.votes", "=D"),
    ];
    let today = reading(text, &decisions);
    assert_eq!(house(&today), "declared X 1, declared Y 1");
    let recipe = seat_import::Recipe::parse(&today.recipe().to_json()).unwrap();
    let tomorrow = text.replace("10\n", "20\n");
    let tomorrow = seat_import::read(tomorrow.as_bytes(), "tomorrow.csv", &recipe);
    assert_eq!(house(&tomorrow), "declared X 2");
    assert!(tomorrow.decisions.iter().all(|decision| !decision.asked));
}

#[test]
fn separators_of_every_kind_and_decimal_commas() {
    for separator in [",", ";", "\t", "|"] {
        let text = "No|Constituency|Candidate|Party|Votes\n1|A|a|X|10\n1|A|b|Y|9\n"
            .replace('|', separator);
        assert_eq!(house(&reading(&text, &[])), "declared X 1", "{separator}");
        let named = format!("sep={separator}\n{text}");
        let reading = reading(&named, &[]);
        assert_eq!(house(&reading), "declared X 1", "{separator}");
        assert_eq!(reading.header_rows, Some((2, 2)));
    }
    let text = "No;Constituency;Party;Votes;Prozent\n1;A;X;10;52,6\n1;A;Y;9;47,4\n";
    assert_eq!(reading(text, &[]).separator, Some(";"));
    assert_eq!(house(&reading(text, &[])), "declared X 1");
}

#[test]
fn encodings_of_every_kind() {
    let text = "No,Constituency,Candidate,Party,Votes\n1,Môn,Zoé,Libéral,10\n1,Môn,b,Y,9\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, name) in [
        (text.as_bytes().to_vec(), "utf-8"),
        (with(b"\xEF\xBB\xBF", text.as_bytes()), "utf-8 (mark)"),
        (with(b"\xFF\xFE", &little), "utf-16-le (mark)"),
        (with(b"\xFE\xFF", &big), "utf-16-be (mark)"),
        (little.clone(), "utf-16-le"),
        (big.clone(), "utf-16-be"),
        (latin.to_vec(), "windows-1252"),
    ] {
        let reading = reading(&bytes, &[]);
        assert_eq!(reading.encoding.as_deref(), Some(name));
        assert_eq!(house(&reading), "declared Libéral 1", "{name}");
        assert_eq!(reading.seats[0].name, "Môn");
    }
}

#[test]
fn our_own_format_is_taken_as_it_is() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/data/jharkhand-2024.json"
    );
    let reading = reading(std::fs::read(path).unwrap(), &[]);
    assert_eq!(reading.layout, Some("our own format"));
    assert_eq!(reading.seats.len(), 81);
    let jmm = reading
        .parties
        .iter()
        .find(|party| party.id == "JMM")
        .unwrap();
    assert_eq!((jmm.seats, jmm.votes), (34, 4_183_281));
}
