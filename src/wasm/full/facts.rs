//! Exports of the full module that say what is known around a result.

use super::with_value;
use crate::analysis::context::{
    exit_polls, friendly_fights, party_statistics, postal_and_nota, seat_changes, upper_house_quota,
};
use crate::analysis::votes::butler_swing::Successor;
use crate::decode::{Reader, Value};
use crate::problem::{Path, Problems};
use crate::wasm::convert::to_js;
use crate::wasm::{JsCalculator, scenario_error};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../facts.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Parties of an earlier election and who follows them.
    #[wasm_bindgen(typescript_type = "Successor[]")]
    pub type SuccessorsArgument;
    /// Published ranges.
    #[wasm_bindgen(typescript_type = "Ranges")]
    pub type RangesArgument;
    /// Facts by party and side.
    #[wasm_bindgen(typescript_type = "Facts")]
    pub type FactsValue;
    /// Then and now.
    #[wasm_bindgen(typescript_type = "Then")]
    pub type ThenValue;
    /// Polls against the result.
    #[wasm_bindgen(typescript_type = "Polls")]
    pub type PollsValue;
    /// The quota of the upper house.
    #[wasm_bindgen(typescript_type = "UpperHouse")]
    pub type UpperHouseValue;
    /// Postal votes and NOTA.
    #[wasm_bindgen(typescript_type = "Ballots")]
    pub type BallotsValue;
    /// Friendly fights.
    #[wasm_bindgen(typescript_type = "FriendlyFight[]")]
    pub type FriendlyFightsValue;
}

/// The most seats a range may name.
const MOST_SEATS: u64 = 100_000;

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Facts by party and side under the scenario last evaluated, in the whole house or in one place: `kind` is
    /// "category", "division", "district", "parliamentary" or "phase". Throws a `ScenarioError` with code `unknown-kind` or
    /// `unknown-id`.
    pub fn facts(&self, kind: Option<String>, id: Option<String>) -> Result<FactsValue, JsValue> {
        let election = self.inner.election();
        let places = match kind {
            Some(kind) => {
                party_statistics::constituencies_in(election, &kind, &id.unwrap_or_default())
            }
            None => Ok((0..election.constituencies.len()).collect()),
        };
        let places = places.map_err(scenario_error)?;
        let found = party_statistics::party_statistics(election, self.inner.outcome(), &places);
        Ok(to_js(&found)?.unchecked_into())
    }

    /// The scenario last evaluated against the declared result of an earlier election, constituency by constituency by
    /// number.
    pub fn compare(
        &self,
        earlier: &JsCalculator,
        successors: &SuccessorsArgument,
    ) -> Result<ThenValue, JsValue> {
        let pairs = with_value(successors.as_ref(), read_successors).map_err(scenario_error)?;
        let pairs: Vec<Successor> = pairs
            .iter()
            .map(|(then, now)| Successor { then, now })
            .collect();
        let (election, outcome) = (self.inner.election(), self.inner.outcome());
        let found = seat_changes::seat_changes(election, outcome, earlier.inner.election(), &pairs);
        Ok(to_js(&found)?.unchecked_into())
    }

    /// Exit polls against the declared result. Throws a `ScenarioError`: `unknown-id`, `wrong-length`, `empty-range`, or
    /// what is wrong with the argument.
    pub fn polls(&self, ranges: &RangesArgument) -> Result<PollsValue, JsValue> {
        let found = with_value(ranges.as_ref(), read_ranges)
            .and_then(|(sides, polls)| exit_polls::polls(self.inner.election(), &sides, &polls));
        Ok(to_js(&found.map_err(scenario_error)?)?.unchecked_into())
    }

    /// The quota of an election to the upper house with so many vacancies (1 to 99), and what each side can elect alone, as
    /// the scenario last evaluated has them.
    #[wasm_bindgen(js_name = upperHouse)]
    pub fn upper_house(&self, vacancies: u32) -> Result<UpperHouseValue, JsValue> {
        let found =
            upper_house_quota::upper_house(self.inner.election(), self.inner.outcome(), vacancies);
        Ok(to_js(&found)?.unchecked_into())
    }

    /// What postal votes and NOTA came to in the declared result.
    pub fn ballots(&self) -> Result<BallotsValue, JsValue> {
        Ok(to_js(&postal_and_nota::ballots(self.inner.election()))?.unchecked_into())
    }

    /// Constituencies in which an alliance had two or more candidates, and what came of it, as declared.
    #[wasm_bindgen(js_name = friendlyFights)]
    pub fn friendly_fights(&self) -> Result<FriendlyFightsValue, JsValue> {
        let found = friendly_fights::friendly_fight_results(self.inner.election());
        Ok(to_js(&found)?.unchecked_into())
    }
}

/// Parties then and now that count as one.
fn read_successors(node: &Value) -> Result<Vec<(String, String)>, Problems> {
    let mut reader = Reader::default();
    let items = reader.list(node, &Path::ROOT).iter().enumerate();
    let pairs = items.map(|(i, item)| {
        let at = Path::ROOT.item(i);
        let mut text = |name| reader.text(item.field(name), &at.field(name)).to_owned();
        (text("then"), text("now"))
    });
    let pairs = pairs.collect();
    reader.problems.or(pairs)
}

/// The sides, and each poll's lowest and highest numbers of seats.
type Ranges = (Vec<String>, Vec<Vec<(u32, u32)>>);

fn read_ranges(node: &Value) -> Result<Ranges, Problems> {
    let mut reader = Reader::default();
    let sides = reader.texts(node.field("sides"), &Path::ROOT.field("sides"));
    let list = Path::ROOT.field("polls");
    let mut polls = Vec::new();
    for (i, poll) in reader.list(node.field("polls"), &list).iter().enumerate() {
        let at = list.item(i);
        let mut ranges = Vec::new();
        for (j, range) in reader.list(poll, &at).iter().enumerate() {
            let at = at.item(j);
            let ends = reader.list(range, &at);
            let mut end = |place: usize| match ends.get(place) {
                Some(end) => reader.whole(end, &at.item(place), MOST_SEATS) as u32,
                None => {
                    let message = "expected the lowest and the highest number of seats";
                    reader.problems.add(at, "missing", message);
                    0
                }
            };
            ranges.push((end(0), end(1)));
        }
        polls.push(ranges);
    }
    reader.problems.or((sides, polls))
}
