//! The places constituencies lie in, which pools, swings and analyses ask for.

use super::{Election, NONE, Places};
use crate::dataset::{Constituency, Dataset};

/// Where districts stand in [`Places::lists`].
pub const DISTRICTS: usize = 2;

/// Gives an election the places of its dataset, and every constituency its own; an unknown one stands as [`NONE`].
pub fn resolve(dataset: &Dataset, election: &mut Election) {
    election.places = Places {
        categories: dataset.categories.clone(),
        divisions: dataset.divisions.clone(),
        districts: dataset.districts.iter().map(|d| d.0.clone()).collect(),
        parliamentary: dataset.parliamentary.clone(),
        phases: dataset.phases.clone(),
    };
    let lists = election.places.lists().map(|(_, ids)| ids);
    let index = |list: usize, id: Option<&String>| {
        let known = id.and_then(|id| lists[list].iter().position(|known| known == id));
        known.map_or(NONE, |i| i as u16)
    };
    let all = election.constituencies.iter_mut();
    for (constituency, given) in all.zip(&dataset.constituencies) {
        let district = index(DISTRICTS, given.district.as_ref());
        let named = named(dataset, given, district);
        constituency.places = std::array::from_fn(|list| match list {
            DISTRICTS => district,
            _ => index(list, named[list]),
        });
    }
}

/// Ids of a constituency's places, in the order of [`Places::lists`]. Its division is its district's (by index) where it has
/// none of its own.
pub fn named<'a>(
    dataset: &'a Dataset,
    given: &'a Constituency,
    district: u16,
) -> [Option<&'a String>; 5] {
    let of_district = || dataset.districts.get(district as usize)?.1.as_ref();
    [
        given.category.as_ref(),
        given.division.as_ref().or_else(of_district),
        given.district.as_ref(),
        given.parliamentary.as_ref(),
        given.phase.as_ref(),
    ]
}
