//! The declared result as markup, for readers without JavaScript and for the first paint: the same top as the live
//! page has, then a table of all constituencies. Counted by the core, said in the words of the message file.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use seat_calculator::calculator::Calculator;
use seat_calculator::chart::svg::{Caption, Frame, Kind, Mark, Part, Row, State, picture};
use seat_calculator::election::{Election, INDEPENDENT};
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::{AllianceRow, Partner, Report};
use seat_calculator::scenario::Scenario;
use seat_calculator::status::Status;
use serde_json::Value;

/// An election that has a page of its own.
pub struct Shipped {
    /// Its id.
    pub id: String,
    /// The file name of its page.
    pub page: String,
}

impl Shipped {
    /// The file name of its page for frames.
    pub fn frame(&self) -> String {
        if self.page == FIRST {
            "embed.html".to_owned()
        } else {
            format!("embed-{}.html", self.id)
        }
    }
}

/// The page of the election that is shown where none is named.
const FIRST: &str = "index.html";

/// What the live page offers there; here it only keeps the room, so that nothing moves when the page comes alive.
const OTHER_LANGUAGE: &str = "<span lang=\"hi\">हिन्दी</span>";

/// The elections of `data/elections.json` in the folder of the built page.
///
/// # Errors
/// When the list cannot be read or an entry lacks its id or page.
pub fn elections(site: &Path) -> Result<Vec<Shipped>> {
    let all = read(site, "data/elections.json")?;
    list(&all)
        .iter()
        .map(|one| {
            let field = |key: &str| {
                let value = one[key].as_str().map(str::to_owned);
                value.with_context(|| format!("data/elections.json: an entry without {key}"))
            };
            Ok(Shipped {
                id: field("id")?,
                page: field("page")?,
            })
        })
        .collect()
}

/// What a page says of an election, as it may stand in markup.
pub struct Declared {
    /// Its title.
    pub title: String,
    /// How many seats.
    pub seats: String,
    /// What stands where a page says `<!-- declared-result -->`.
    pub markup: String,
}

/// The declared result of an election; `site` is the folder of the built page.
///
/// # Errors
/// When the data file or the messages cannot be read, or the data file does not hold.
pub fn of(site: &Path, id: &str) -> Result<Declared> {
    with_page(site, id, |page, _| Declared {
        title: text(name(&page.dataset["title"])),
        seats: page.report.house.seats.to_string(),
        markup: page.markup(),
    })
}

/// The declared result of an election as a picture for social media: SVG text, drawn by the core.
///
/// # Errors
/// As [`of`].
pub fn card(site: &Path, id: &str) -> Result<String> {
    with_page(site, id, |page, seating| page.card(seating))
}

/// Hands over the page of an election, and its constituencies from left to right of the house.
fn with_page<T>(site: &Path, id: &str, work: impl FnOnce(&Page<'_>, &[usize]) -> T) -> Result<T> {
    let mut dataset = read(site, &format!("data/{id}.json"))?;
    if let Some(more) = dataset["more"].as_str() {
        let more = read(site, &format!("data/{more}"))?;
        lay_over(&mut dataset, &more);
    }
    let messages = messages(site, &dataset["house"]["result"])?;
    let election =
        Election::from_json(&dataset.to_string()).map_err(|problems| anyhow!("{problems}"))?;
    let mut calculator = Calculator::new(election);
    let report = calculator
        .evaluate(&Scenario::default())
        .map_err(|problems| anyhow!("{problems}"))?;
    let page = Page {
        dataset: &dataset,
        messages: &messages,
        election: calculator.election(),
        report: &report,
    };
    Ok(work(&page, &calculator.seating()))
}

/// The messages; where a file holds another `kind` of result than a declared one, in the words for that.
fn messages(site: &Path, result: &Value) -> Result<Value> {
    let mut file = read(site, "i18n/en.json")?;
    let mut said = file["messages"].take();
    let instead = result["kind"].as_str().map(|kind| file[kind].take());
    for (key, message) in instead.iter().filter_map(Value::as_object).flatten() {
        said[key] = message.clone();
    }
    Ok(said)
}

fn read(site: &Path, file: &str) -> Result<Value> {
    let path = site.join(file);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

struct Page<'a> {
    dataset: &'a Value,
    messages: &'a Value,
    election: &'a Election,
    report: &'a Report,
}

impl Page<'_> {
    fn markup(&self) -> String {
        let kicker = self.say(
            if self.report.house.leading > 0 {
                "kicker.counting"
            } else {
                "kicker.declared"
            },
            &[("kicker", name(&self.dataset["house"]["kicker"]))],
        );
        let mut out = format!(
            "<header class=\"answer\"><p class=\"languages\" aria-hidden=\"true\">{OTHER_LANGUAGE}</p><h1 class=\"kicker\">{}</h1><p class=\"verdict\"><span class=\"sentence\">{}</span></p><p class=\"note\">{}</p></header>\n",
            text(&kicker),
            text(&self.verdict()),
            text(&self.note()),
        );
        self.bars(&mut out);
        self.table(&mut out);
        out
    }

    /// The house as half a circle with its sentence, 1,200 by 630 pixels.
    fn card(&self, seating: &[usize]) -> String {
        let columns = &self.report.constituencies;
        let mark = |&seat: &usize| {
            let row = self.report.parties.get(columns.party[seat] as usize);
            let leads = columns.status[seat] == Status::Leading as u8;
            Mark {
                colour: row.map_or(String::new(), |row| self.colour(&row.id).to_owned()),
                state: match row {
                    None if columns.status[seat] == Status::Tied as u8 => State::Tied,
                    None => State::Empty,
                    Some(_) if leads => State::Leading,
                    Some(_) => State::Won,
                },
                ..Mark::default()
            }
        };
        let marks: Vec<Mark> = seating.iter().map(mark).collect();
        let partners = &self.report.partners;
        let part = |partner: &Partner| Part {
            label: format!("{} {}", self.label(&partner.id), partner.seats),
            colour: self.colour(&partner.id).to_owned(),
            seats: partner.seats,
        };
        let alliances = &self.report.alliances;
        let rows: Vec<Row> = alliances
            .iter()
            .map(|row| {
                let inside = partners.iter();
                let inside =
                    inside.filter(|one| one.seats > 0 && one.alliance.as_ref() == Some(&row.id));
                (row, inside.map(part).collect::<Vec<_>>())
            })
            .filter(|(_, parts)| !parts.is_empty())
            .map(|(row, mut parts)| {
                if parts.len() == 1 {
                    let Part { label, colour, .. } = parts.remove(0);
                    return Row {
                        label,
                        colour,
                        ..Row::default()
                    };
                }
                let label = format!("{} {}", self.label(&row.id), row.seats);
                Row {
                    label,
                    parts,
                    ..Row::default()
                }
            })
            .collect();
        let results = list(&self.dataset["sources"]).iter().find(|source| {
            let blocks = list(&source["blocks"]);
            blocks.iter().any(|block| block == "votes")
        });
        let source = results.map_or(String::new(), |source| {
            let publisher = source["publisher"].as_str();
            let publisher = publisher.unwrap_or_else(|| name(&source["name"]));
            let day = source["as_of"].as_str().and_then(|at| at.get(..10));
            day.map_or(publisher.to_owned(), |day| format!("{publisher}, {day}"))
        });
        let caption = Caption {
            kicker: name(&self.dataset["title"]).to_owned(),
            title: self.verdict(),
            note: self.note(),
            source,
            ..Caption::default()
        };
        let frame = Frame {
            width: 1200,
            height: 630,
            dark: false,
        };
        let said = self.say("bars.mark", &[("m", &self.report.house.mark.to_string())]);
        picture(&Kind::Hemicycle { said }, &marks, &rows, &caption, frame)
    }

    /// A message with its places filled.
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut message = self.messages[key].as_str().unwrap_or(key).to_owned();
        for (place, value) in values {
            message = message.replace(&format!("{{{place}}}"), value);
        }
        message
    }

    /// What stands under the verdict, in the same order as on the live page.
    fn note(&self) -> String {
        let house = &self.report.house;
        let verdict = &self.report.verdict;
        let mut said = Vec::new();
        if verdict.kind == VerdictKind::Hung {
            let largest = &verdict.largest_party;
            let parties: Vec<String> = largest.ids.iter().map(|id| self.label(id)).collect();
            let single = [
                ("m", house.mark.to_string()),
                ("n", largest.seats.to_string()),
                ("party", parties.join(&self.say("and", &[]))),
            ];
            let single = single.each_ref().map(|(key, value)| (*key, value.as_str()));
            said.push(self.say("verdict.single", &single));
            said.push(self.say(&format!("verdict.of.{}", verdict.grouping), &[]));
        }
        said.push(name(&self.dataset["house"]["note"]).to_owned());
        said.join(" ").trim().to_owned()
    }

    fn verdict(&self) -> String {
        let verdict = &self.report.verdict;
        let leaders: Vec<String> = verdict.leaders.iter().map(|id| self.label(id)).collect();
        let key = match verdict.kind {
            VerdictKind::Majority if verdict.surplus == Some(0) => "verdict.bare",
            VerdictKind::Majority => "verdict.majority",
            VerdictKind::Ahead => "verdict.ahead",
            VerdictKind::Open => "verdict.open",
            VerdictKind::Hung if verdict.half => "verdict.half",
            VerdictKind::Hung if leaders.len() > 1 => "verdict.level",
            VerdictKind::Hung => "verdict.hung",
            VerdictKind::None => "verdict.none",
        };
        let house = &self.report.house;
        let number = |n: u32| grouped(u64::from(n));
        let awaited = number(house.awaited + house.tied);
        self.say(
            key,
            &[
                ("A", &leaders.join(&self.say("and", &[]))),
                ("n", &number(verdict.seats)),
                ("H", &number(house.base.n)),
                ("m", &number(house.mark)),
                ("s", &number(verdict.surplus.unwrap_or(0))),
                ("d", &number(verdict.short.unwrap_or(0))),
                ("w", &number(verdict.won)),
                ("l", &number(verdict.leading)),
                ("a", &awaited),
                (
                    "both",
                    &self.say(
                        if leaders.len() > 2 {
                            "verdict.all"
                        } else {
                            "verdict.both"
                        },
                        &[],
                    ),
                ),
            ],
        )
    }

    /// One bar per alliance, its parties side by side, against the majority line.
    fn bars(&self, out: &mut String) {
        let house = &self.report.house;
        let mark = percent(house.mark, house.seats);
        let _ = writeln!(
            out,
            "<div class=\"first\"><section class=\"picture\" aria-label=\"{}\"><svg class=\"drawn-mark\" aria-hidden=\"true\"><text x=\"{mark}\" y=\"1em\" text-anchor=\"middle\">{}</text><rect x=\"{mark}\" y=\"1.6em\" width=\"1\" height=\"100%\"/></svg><ol class=\"bars\" role=\"list\">",
            text(&self.say("bars.label", &[])),
            text(&self.say("bars.mark", &[("m", &house.mark.to_string())])),
        );
        for row in self.report.alliances.iter().filter(|row| row.seats > 0) {
            self.bar(out, row);
        }
        out.push_str("</ol></section></div>\n");
    }

    fn bar(&self, out: &mut String, row: &AllianceRow) {
        let members: Vec<(String, u32, &str)> = self
            .report
            .partners
            .iter()
            .filter(|partner| partner.alliance.as_deref() == Some(&row.id))
            .map(|partner| {
                (
                    self.label(&partner.id),
                    partner.seats,
                    self.colour(&partner.id),
                )
            })
            .collect();
        let _ = write!(
            out,
            "<li class=\"bar\"><p class=\"bar-head\"><b class=\"bar-name\">{}</b> <span class=\"bar-seats\">{}</span> <span class=\"bar-change\"></span></p><div class=\"bar-track\" aria-hidden=\"true\"><svg width=\"100%\" height=\"100%\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\">",
            text(&self.label(&row.id)),
            row.seats,
            self.report.house.seats,
        );
        let mut at = 0;
        for (_, seats, colour) in &members {
            let _ = write!(
                out,
                "<rect x=\"{at}\" width=\"{seats}\" height=\"1\" fill=\"{colour}\"/>"
            );
            at += seats;
        }
        out.push_str("</svg></div>");
        if members.len() > 1 {
            out.push_str("<p class=\"members\">");
            for (label, seats, colour) in &members {
                let _ = write!(
                    out,
                    "<span class=\"member\"><svg class=\"swatch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect width=\"1\" height=\"1\" fill=\"{colour}\"/></svg><span>{} {seats}</span></span>",
                    text(label),
                );
            }
            out.push_str("</p>");
        }
        out.push_str("</li>\n");
    }

    fn table(&self, out: &mut String) {
        let head = |key: &str| text(&self.say(key, &[]));
        let _ = write!(
            out,
            "<section class=\"tools\"><h2>{}</h2><table class=\"declared\"><thead><tr><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
            text(&self.say(
                "table.title",
                &[("n", &self.report.house.seats.to_string())]
            )),
            head("table.number"),
            head("table.seat"),
            head("table.winner"),
            head("table.margin"),
            head("table.over"),
        );
        let columns = &self.report.constituencies;
        for (i, constituency) in list(&self.dataset["constituencies"]).iter().enumerate() {
            let party = |index: u16| {
                let id = self
                    .report
                    .parties
                    .get(index as usize)
                    .map(|row| row.id.as_str());
                id.map_or(String::new(), |id| self.label(id))
            };
            let winner = self.winner(i, constituency);
            let margin = if columns.margin[i].is_nan() {
                "–".to_owned()
            } else {
                grouped(columns.margin[i].max(0.0) as u64)
            };
            let _ = writeln!(
                out,
                "<tr><td class=\"number\">{}</td><th scope=\"row\">{}</th><td>{} <small>{}</small></td><td class=\"number\">{margin}</td><td>{}</td></tr>",
                self.election.constituencies[i].number,
                text(name(&constituency["name"])),
                text(&winner),
                text(&party(columns.party[i])),
                text(&party(columns.runner_up_party[i])),
            );
        }
        out.push_str("</tbody></table></section>\n");
    }

    /// Name of who holds a constituency, empty for nobody.
    fn winner(&self, i: usize, constituency: &Value) -> String {
        let serial = u64::from(self.report.constituencies.winner[i]);
        let candidates = list(&constituency["candidates"]);
        let found = candidates.iter().enumerate().find(|(place, candidate)| {
            candidate["serial"].as_u64().unwrap_or(*place as u64 + 1) == serial
        });
        found.map_or(String::new(), |(_, candidate)| {
            name(&candidate["name"]).to_owned()
        })
    }

    /// Short label of an alliance, party or independent member.
    fn label(&self, id: &str) -> String {
        if id == INDEPENDENT || id.starts_with("IND.") {
            return self.say("party.independent", &[]);
        }
        match self.entry(id) {
            Some(entry) if !entry["short"].is_null() => name(&entry["short"]).to_owned(),
            Some(entry) => name(&entry["name"]).to_owned(),
            None => id.to_owned(),
        }
    }

    fn colour(&self, id: &str) -> &str {
        let colour = self.entry(id).and_then(|entry| entry["colour"].as_str());
        colour.unwrap_or("#808080")
    }

    fn entry(&self, id: &str) -> Option<&Value> {
        ["alliances", "parties"]
            .iter()
            .flat_map(|field| list(&self.dataset[*field]))
            .find(|entry| entry["id"] == id)
    }
}

/// Adds what the second data file has: objects member by member, lists item by item.
fn lay_over(dataset: &mut Value, more: &Value) {
    match (dataset, more) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                lay_over(under.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(under), Value::Array(over)) => {
            for (there, value) in under.iter_mut().zip(over) {
                lay_over(there, value);
            }
        }
        (under, over) => *under = over.clone(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The English name.
fn name(value: &Value) -> &str {
    value
        .as_str()
        .or_else(|| value["en"].as_str())
        .unwrap_or("")
}

/// Text as it may stand in markup and in attributes.
pub fn text(raw: &str) -> String {
    raw.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A number in Indian grouping: 1234567 is 12,34,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    let mut out = String::new();
    for (i, digit) in head.chars().enumerate() {
        out.push(digit);
        if (head.len() - i) % 2 == 1 {
            out.push(',');
        }
    }
    out + tail
}

/// `part` of `whole` as a percentage with three decimals.
fn percent(part: u32, whole: u32) -> String {
    format!("{:.3}%", f64::from(part) * 100.0 / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn www() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../www")
    }

    fn markup() -> String {
        of(&www(), "jharkhand-2024").unwrap().markup
    }

    #[test]
    fn every_election_has_a_page_with_its_own_result() {
        let all = elections(&www()).unwrap();
        assert_eq!(all[0].page, "index.html");
        for (id, said) in [
            (
                "jharkhand-2019",
                "Mahagathbandhan has a majority: 47 of 81 seats, 6 above the mark of 41.",
            ),
            (
                "jharkhand-2014",
                "NDA has a majority: 42 of 81 seats, 1 above the mark of 41.",
            ),
        ] {
            let shipped = all.iter().find(|one| one.id == id).unwrap();
            assert_eq!(shipped.page, format!("{id}.html"));
            let declared = of(&www(), id).unwrap();
            assert!(declared.markup.contains(said), "{}", declared.markup);
            assert!(declared.title.contains(&id[10..]), "{}", declared.title);
            assert_eq!(declared.seats, "81");
            assert!(
                !declared.markup.contains("2024"),
                "{id} speaks of another election"
            );
        }
        let said = [
            (
                "lok-sabha-2024-jharkhand",
                "NDA led in 50 of 81 segments; 41 would be a majority.",
            ),
            (
                "jharkhand-2024-1723",
                "INDIA is ahead in enough seats: 31\u{a0}won + 25\u{a0}leading = 56\u{a0}of\u{a0}81; 41 needed.",
            ),
        ];
        for (id, said) in said {
            assert!(all.iter().any(|one| one.id == id));
            assert!(of(&www(), id).unwrap().markup.contains(said), "{id}");
        }
        let counting = of(&www(), "jharkhand-2024-1723").unwrap().markup;
        assert!(counting.contains("· counting</h1>"));
    }

    #[test]
    fn says_the_published_result() {
        let markup = markup();
        assert!(markup.contains("INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."));
        assert_eq!(markup.matches("<tr><td").count(), 81);
        assert!(markup.contains("<th scope=\"row\">Barhait</th><td>Hemant Soren <small>JMM</small></td><td class=\"number\">39,791</td><td>BJP</td>"));
        assert!(markup.contains("CPI(ML)L 2"));
    }

    #[test]
    fn every_message_it_needs_is_there() {
        let markup = markup();
        for key in ["verdict.", "bars.", "table.", "kicker.", "party."] {
            assert!(!markup.contains(key), "{key}: {markup}");
        }
        assert!(!markup.contains('{'));
    }

    #[test]
    fn groups_as_in_india_and_escapes() {
        let groups = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (83_281, "83,281"),
            (4_183_281, "41,83,281"),
            (26_145_399, "2,61,45,399"),
        ];
        for (number, expected) in groups {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!(text("<a b=\"c\">&"), "&lt;a b=&quot;c&quot;&gt;&amp;");
    }
}
